package dev.mainstay.image;

import static dev.mainstay.windows.PowerShellGrammar.errorsIn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.windows.PowerShell;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class ComponentDocumentTest {
  /** Inline: {@code CreateComponent} in Image Builder's API reference. */
  private static final int MOST_CHARACTERS = 16_000;

  private final String text = ComponentDocument.text();

  private List<Map<String, Object>> steps(String phase) {
    return phases().stream()
        .filter(each -> each.get("name").equals(phase))
        .map(each -> maps(each.get("steps")))
        .findFirst()
        .orElseThrow();
  }

  private List<Map<String, Object>> phases() {
    Map<String, Object> document = new Yaml().load(text);
    return maps(document.get("phases"));
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> maps(Object list) {
    return (List<Map<String, Object>>) list;
  }

  private String script(String phase) {
    var inputs = (Map<?, ?>) steps(phase).get(0).get("inputs");
    return (String) ((List<?>) inputs.get("commands")).get(0);
  }

  @Test
  void itInstallsChecksAndThenTriesAServerFromTheImage() {
    assertThat(phases())
        .extracting(phase -> phase.get("name"))
        .containsExactly("build", "validate", "test");
    for (String phase : List.of("build", "validate", "test")) {
      assertThat(steps(phase))
          .hasSize(1)
          .allSatisfy(
              step ->
                  assertThat(step)
                      .containsEntry("action", "ExecutePowerShell")
                      .containsEntry("onFailure", "Abort"));
    }
  }

  @Test
  void itInstallsWhatTheBootScriptInstallsWithTheSameFunctions() {
    assertThat(script("build"))
        .contains(PowerShell.webServer())
        .contains("    Initialize-WebServer");
  }

  @Test
  void noServerFromTheImageAnswersBeforeItsBootScriptLetsIt() {
    assertThat(script("test")).isEqualTo(script("validate")).contains("-ne 'Stopped'");
  }

  @Test
  void itIsShortEnoughToStandInTheRequest() {
    assertThat(text).hasSizeLessThan(MOST_CHARACTERS);
    assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(text)).isTrue();
  }

  @Test
  void nothingInItIsTakenForAnExpressionOfImageBuilder() {
    assertThat(text).doesNotContain("{{");
  }

  @Test
  void itNamesNoStackAndHoldsNoSecret() {
    assertThat(text)
        .doesNotContain("mainstay-")
        .doesNotContain("arn:")
        .doesNotContainPattern("(?i)(password|secret)\\s*=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"build", "validate", "test"})
  void itsScriptsAreValid(String phase) throws Exception {
    assertThat(errorsIn(script(phase))).isEmpty();
  }
}
