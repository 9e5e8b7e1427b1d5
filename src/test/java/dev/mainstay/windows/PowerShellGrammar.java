package dev.mainstay.windows;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Parses scripts with a PowerShell grammar, in the Python that {@code MAINSTAY_PYTHON} names or
 * else in {@code python3}. Tests are skipped where the grammar is not installed, but not when
 * {@code CI} is {@code true}.
 */
public final class PowerShellGrammar {
  private static final int NO_GRAMMAR = 2;
  private static final Path PARSER =
      Path.of("src/test/resources/dev/mainstay/web/parse-powershell.py");

  private PowerShellGrammar() {}

  /** Each syntax error, with its lines; empty if there are none. */
  public static String errorsIn(String script) throws IOException, InterruptedException {
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
