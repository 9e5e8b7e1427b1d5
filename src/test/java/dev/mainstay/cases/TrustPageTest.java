package dev.mainstay.cases;

import static java.util.stream.Collectors.joining;

import dev.mainstay.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page on what verdicts rest on has the counts of agreement that the tests measure. */
class TrustPageTest {
  private static final Path PAGE = Path.of("docs/trust.md");

  @Test
  void theCountsOfThePageAreTheMeasuredOnes() throws IOException {
    String page = Files.readString(PAGE);
    String head = "|---|---:|---:|---:|\n";
    int table = page.indexOf(head) + head.length();
    String after = page.substring(table).replaceFirst("^(\\| [a-z-]+( \\| \\d+){3} \\|\n)*", "");

    GeneratedFile.hold(PAGE.toString(), page.substring(0, table) + measured() + after);
  }

  private static String measured() {
    return List.of("resilience", "posture", "disruption", "config", "own-export").stream()
        .map(TrustPageTest::row)
        .collect(joining());
  }

  private static String row(String part) {
    long cases = Case.of(part).size();
    long disagree = Disagreements.all().stream().filter(it -> it.part().equals(part)).count();
    return "| %s | %d | %d | %d |\n".formatted(part, cases, cases - disagree, disagree);
  }
}
