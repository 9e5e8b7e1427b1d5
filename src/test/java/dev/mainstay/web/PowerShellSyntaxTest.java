package dev.mainstay.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.pulumi.core.Output;
import dev.mainstay.Deployed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Parses the scripts with a PowerShell grammar, in the Python that {@code MAINSTAY_PYTHON} names or
 * else in {@code python3}. Skipped where the grammar is not installed, but not when {@code CI} is
 * {@code true}.
 */
class PowerShellSyntaxTest {
  private static final int NO_GRAMMAR = 2;
  private static final Path PARSER =
      Path.of("src/test/resources/dev/mainstay/web/parse-powershell.py");

  @ParameterizedTest
  @ValueSource(strings = {"boot.ps1", "refresh.ps1"})
  void theScriptIsValid(String name) throws Exception {
    try (InputStream script =
        Objects.requireNonNull(BootScript.class.getResourceAsStream(name), name)) {
      assertThat(errorsIn(new String(script.readAllBytes(), StandardCharsets.UTF_8))).isEmpty();
    }
  }

  @Test
  void theScriptAsServersGetItIsValid() throws Exception {
    var args = new WebFleetArgs().region("eu-central-1").parametersPath("/mainstay-test");
    args.keyPair = "o'brien";
    args.kmsKeyArn(Output.of(Deployed.KEY_ARN));
    String script = BootScript.of(args, Deployed.KEY_ARN);

    assertThat(errorsIn(script.replaceAll("</?powershell>", ""))).isEmpty();
  }

  @Test
  void anErrorIsReportedWithItsLine() throws Exception {
    assertThat(errorsIn("Write-Host 'fine'\nif ($true) { Write-Host\n"))
        .startsWith("2 to 2: if ($true)");
  }

  private static String errorsIn(String script) throws IOException, InterruptedException {
    String python = Optional.ofNullable(System.getenv("MAINSTAY_PYTHON")).orElse("python3");
    Process parser;
    try {
      parser = new ProcessBuilder(python, PARSER.toString()).redirectErrorStream(true).start();
    } catch (IOException e) {
      return withoutGrammar(e.getMessage());
    }
    try (var input = parser.getOutputStream()) {
      input.write(script.getBytes(StandardCharsets.UTF_8));
    } catch (IOException brokenPipe) {
      // It ended before it read the script; its exit status says why.
    }
    String output = new String(parser.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return parser.waitFor() == NO_GRAMMAR ? withoutGrammar(output.strip()) : output;
  }

  private static String withoutGrammar(String why) {
    String message = "no PowerShell grammar (%s): see %s".formatted(why, PARSER);
    return "true".equals(System.getenv("CI")) ? fail(message) : abort(message);
  }
}
