package dev.mainstay.web;

import static dev.mainstay.windows.PowerShellGrammar.errorsIn;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import dev.mainstay.Deployed;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PowerShellSyntaxTest {
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
}
