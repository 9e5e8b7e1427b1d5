package dev.mainstay.cases;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.GeneratedFile;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page that counts in how many cases the program says what was expected. */
class AgreementPageTest {
  private static final List<String> PARTS =
      List.of("resilience", "posture", "disruption", "config", "own-export");

  @Test
  void thePageCountsTheCases() throws IOException {
    GeneratedFile.hold("docs/agreement.md", page());
  }

  @Test
  void everyListedDisagreementIsOfACase() {
    List<Case> cases = PARTS.stream().flatMap(part -> Case.of(part).stream()).toList();

    assertThat(Disagreements.all())
        .allMatch(line -> cases.contains(new Case(line.part(), line.name())));
  }

  private static String page() {
    return """
        # Agreement

        The [cases](../src/test/resources/cases/README.md) are inputs with a verdict that was written down before the
        program was run. The tests compare each of them with what the program says.

        | part | cases | agree | disagree |
        |---|---:|---:|---:|
        %s

        [disagreements.csv](../src/test/resources/cases/disagreements.csv) lists where they differ, and why.
        """
        .formatted(PARTS.stream().map(AgreementPageTest::row).collect(joining("\n")));
  }

  private static String row(String part) {
    long cases = Case.of(part).size();
    long disagree = Disagreements.all().stream().filter(it -> it.part().equals(part)).count();
    return "| %s | %d | %d | %d |".formatted(part, cases, cases - disagree, disagree);
  }
}
