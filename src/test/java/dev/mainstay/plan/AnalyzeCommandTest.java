package dev.mainstay.plan;

import static dev.mainstay.plan.JsonInput.DAMAGED;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalyzeCommandTest {
  @TempDir private Path folder;

  @Test
  void aStackOfAnotherProgramIsAnalyzed() throws Exception {
    Path exported = Path.of("src/test/resources/dev/mainstay/deployed/fragile/export.json");
    Path html = folder.resolve("fragile.html");
    Ran ran = Ran.command("analyze", exported.toString(), "--html", html.toString());

    assertThat(ran.err()).isEmpty();
    assertThat(ran.status()).isZero();
    assertThat(ran.out())
        .startsWith("forum/prod  eu-central-1, ")
        .contains("\nFailed: ")
        .contains("\nFailure impact ");
    assertThat(Files.readString(html)).contains("class=\"drawing\"");
  }

  @Test
  void aPreviewThatLosesDataIsExitStatusOneUntilAnOptionAllowsIt() throws Exception {
    String urn = "urn:pulumi:prod::shop::aws:sqs/queue:Queue::orders";
    Path preview =
        Files.writeString(
            folder.resolve("preview.json"),
            """
            {"steps": [
              {"op": "same", "urn": "%1$s", "oldState": {"urn": "%1$s"}, "newState": {"urn": "%1$s"}},
              {"op": "delete", "urn": "%2$s", "oldState":
                {"urn": "%2$s", "custom": true, "type": "aws:sqs/queue:Queue", "inputs": {}}}]}
            """
                .formatted("urn:pulumi:prod::shop::pulumi:pulumi:Stack::shop-prod", urn));
    Ran blocked = Ran.command("analyze", preview.toString());
    Ran allowed = Ran.command("analyze", preview.toString(), "--allow-data-loss", "mail,orders");

    assertThat(blocked.status()).isEqualTo(1);
    assertThat(blocked.err())
        .isEqualTo(
            """
            The changes of stack \"prod\" would lose data. Name the resources that may lose it with --allow-data-loss:
              - \"orders\" is deleted: the messages in it; allow it as orders
            """);
    assertThat(allowed.err()).isEmpty();
    assertThat(allowed.status()).isZero();
  }

  @Test
  void whatIsNoStackOfPulumiIsNotAnalyzed() throws Exception {
    Path other = Files.writeString(folder.resolve("other.json"), "{}");
    Ran ran = Ran.command("analyze", other.toString());

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err())
        .isEqualTo(
            other
                + " is no output of pulumi stack export or pulumi preview --json: it has neither"
                + " deployment nor steps.\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "root:x:0:0 | not JSON: line 1 column 6",
        "{\"steps\": []} | empty: it has no resources to analyze",
        "{\"deployment\": {}} | empty: it has no resources to analyze",
        "{\"deployment\": {\"resources\": []}} | empty: it has no resources to analyze",
        "{\"deployment\": | not JSON: line 1 column 15",
        "{\"deployment\": 3} | " + DAMAGED,
        "{\"deployment\": {\"resources\": [{}]}} | " + DAMAGED,
        "{\"deployment\": {\"resources\": [3]}} | " + DAMAGED,
        "{\"steps\": [{\"op\": \"create\"}]} | " + DAMAGED,
      })
  void aDamagedStackIsNamedWithoutAStackTrace(String content, String wrong) throws Exception {
    Path file = Files.writeString(folder.resolve("damaged.json"), content);
    Ran ran = Ran.command("analyze", file.toString());

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err()).isEqualTo("%s is %s.\n".formatted(file, wrong));
  }
}
