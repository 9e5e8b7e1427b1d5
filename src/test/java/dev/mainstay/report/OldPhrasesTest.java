package dev.mainstay.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reports keep to the style page: nothing that it replaced comes back. */
class OldPhrasesTest {
  private static final Path PHRASES =
      Path.of("src/test/resources/dev/mainstay/report/old-phrases.txt");

  private static List<Path> reports() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("docs/reports"))) {
      return files.sorted().toList();
    }
  }

  private static List<String> phrases() throws IOException {
    return Files.readAllLines(PHRASES).stream().filter(line -> !line.startsWith("#")).toList();
  }

  @ParameterizedTest
  @MethodSource("reports")
  void noReportHoldsAPhraseThatTheStylePageReplaced(Path report) throws IOException {
    List<String> phrases = phrases();

    assertThat(phrases).isNotEmpty();
    assertThat(Files.readAllLines(report))
        .allSatisfy(
            line ->
                assertThat(phrases)
                    .noneMatch(phrase -> line.toLowerCase(Locale.ROOT).contains(phrase)));
  }
}
