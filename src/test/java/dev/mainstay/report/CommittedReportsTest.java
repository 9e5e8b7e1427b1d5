package dev.mainstay.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reports in the documentation are those of the program as it is. */
class CommittedReportsTest {
  private static final String UPDATE = "MAINSTAY_UPDATE";

  @ParameterizedTest
  @CsvSource({
    "dev,md",
    "dev,html",
    "dev,txt",
    "prod,md",
    "prod,html",
    "prod,txt",
    "article,md",
    "article,html",
    "article,txt"
  })
  void theReportInTheDocumentationIsThatOfTheStack(String stack, String kind) throws IOException {
    Path committed = Path.of("docs/reports", stack + "." + kind);
    String now = Planned.written(stack, kind);
    if ("true".equals(System.getenv(UPDATE))) {
      Files.createDirectories(committed.getParent());
      Files.writeString(committed, now);
    }

    assertThat(committed).as("%s: %s=true mvn test writes it", committed, UPDATE).exists();
    assertThat(Files.readString(committed))
        .as("%s is stale: %s=true mvn test writes it anew", committed, UPDATE)
        .isEqualTo(now);
  }
}
