package dev.mainstay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.config.Doubt;
import dev.mainstay.config.Relaxation.Possible;
import dev.mainstay.config.Rule;
import dev.mainstay.image.GoldenImageArgs;
import dev.mainstay.stack.StackRules;
import dev.mainstay.stack.UsageArgs;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code docs/refusals.md}: every rule, as the code holds it. */
class RefusalsPageTest {
  private final StringBuilder page =
      new StringBuilder(
          """
          # Rules of the configuration

          A test generates this page from the code and fails if it is outdated. All problems of a
          configuration are reported together, sorted by section, before any resource is registered. The exit
          status is 1. A message has the form `KEY is GIVEN; allowed: ALLOWED`. It may end with the nearest
          valid value or another key to change. Components report the same messages to every language.

          A *relaxation* is a value that is less secure or less available than the default. It requires a
          reason for its key under `mainstay:waivers`. A reason without a relaxation is refused too.

          A *warning* refuses nothing. What AWS offers changes after a release, so its tables may be outdated.
          """);

  @Test
  void itListsEveryRule() throws IOException {
    list("Across sections", "", StackRules.ALL, List.of(), StackRules.DOUBTS);
    ConfigurationKeys.SECTIONS.forEach(
        (section, args) -> {
          assertThat(Documented.rules(args)).as(section).isNotEmpty();
          assertThat(Documented.relaxations(args).isEmpty())
              .as(section)
              .isEqualTo(args == UsageArgs.class);
          list(
              "mainstay:" + section,
              section + ".",
              Documented.rules(args),
              Documented.relaxations(args),
              Documented.doubts(args));
        });
    list(
        "mainstay:operations.goldenImage",
        "operations.goldenImage.",
        Documented.rules(GoldenImageArgs.class),
        List.of(),
        Documented.doubts(GoldenImageArgs.class));
    page.append(
        """

        ## Rules for a deployment only

        | Key | Allowed |
        |---|---|
        """);
    rows("edge.", Documented.deployment(dev.mainstay.edge.EdgeArgs.class));
    GeneratedFile.hold("docs/refusals.md", page.toString());
  }

  private void list(
      String title,
      String prefix,
      List<? extends Rule<?>> rules,
      List<? extends Possible<?>> relaxations,
      List<? extends Doubt<?>> doubts) {
    page.append("%n## %s%n%n| Key | Allowed |%n|---|---|%n".formatted(title));
    rows(prefix, rules);
    if (!relaxations.isEmpty()) {
      page.append("%n| Relaxation | Consequence |%n|---|---|%n".formatted());
      relaxations.forEach(it -> row(prefix + it.key(), it.effect()));
    }
    if (!doubts.isEmpty()) {
      page.append("%n| Warning | Text |%n|---|---|%n".formatted());
      doubts.forEach(it -> row(prefix + it.key(), it.text()));
    }
  }

  private void rows(String prefix, List<? extends Rule<?>> rules) {
    rules.forEach(rule -> row(prefix + rule.key(), rule.allowed()));
  }

  private void row(String key, String text) {
    page.append("| `%s` | %s |%n".formatted(key, text.replace("|", "\\|")));
  }
}
