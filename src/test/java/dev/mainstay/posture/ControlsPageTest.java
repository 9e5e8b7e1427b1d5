package dev.mainstay.posture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.GeneratedFile;
import dev.mainstay.posture.model.Control;
import dev.mainstay.posture.model.Requirement;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/controls.md}: every control, as the code holds it. */
class ControlsPageTest {
  private static final String HEAD =
      """
      # Controls

      A test generates this page from the code and fails if it is outdated. A control passes where every
      requirement was seen to hold. It fails on one fact that was seen. Otherwise it is not known.

      Each control judges the resource types listed with it. A resource of a type that a control knows of and
      does not judge makes the control not known.
      """;

  @Test
  void itListsEveryControl() throws IOException {
    GeneratedFile.hold(
        "docs/controls.md",
        HEAD
            + Posture.CONTROLS.stream()
                .map(ControlsPageTest::section)
                .collect(Collectors.joining("\n", "\n", "")));
  }

  @Test
  void noControlJudgesATypeThatItCallsNotJudged() {
    assertThat(Posture.CONTROLS)
        .allSatisfy(
            control ->
                assertThat(control.typesNotJudged())
                    .doesNotContainAnyElementsOf(control.judgedTypes()));
  }

  private static String section(Control control) {
    String wanted =
        control.requirements().stream()
            .filter(Requirement::judges)
            .map(Requirement::wanted)
            .distinct()
            .collect(Collectors.joining("; "));
    String waivers =
        control.waiverKeys().isEmpty() ? "" : "- Waived by " + code(control.waiverKeys()) + "\n";
    String others =
        control.typesNotJudged().isEmpty()
            ? ""
            : "- Not judged: " + code(control.typesNotJudged()) + "\n";
    return "## %s\n\n%s\n\n- Requires: %s\n- Judges: %s\n%s%s"
        .formatted(
            control.title().equals(control.name())
                ? control.name()
                : "%s: %s".formatted(control.name(), control.title()),
            String.join(", ", control.ids()),
            wanted,
            code(control.judgedTypes()),
            others,
            waivers);
  }

  private static String code(List<String> names) {
    return names.stream()
        .map(name -> "`" + name.replaceFirst("^.*:(?=[A-Z][A-Za-z0-9]*$)", moduleOf(name)) + "`")
        .collect(Collectors.joining(", "));
  }

  /** Such as {@code aws:rds/Instance}, which is short and still tells types of one name apart. */
  private static String moduleOf(String type) {
    return type.replaceFirst("/.*$", "/");
  }
}
