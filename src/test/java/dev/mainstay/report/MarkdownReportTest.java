package dev.mainstay.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.config.Relaxation;
import dev.mainstay.cost.CostBasis;
import dev.mainstay.cost.CostChange;
import dev.mainstay.cost.PriceBook;
import dev.mainstay.disruption.Change;
import dev.mainstay.disruption.Disruption;
import dev.mainstay.disruption.Effect;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownReportTest {
  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod", "article"})
  void eachShippedStackFitsACommentWhole(String stack) throws IOException {
    assertThat(Planned.written(stack, "md"))
        .hasSizeLessThan(MarkdownReport.MOST_CHARACTERS)
        .contains("resources</summary>")
        .doesNotContain("do not fit")
        .doesNotContain("Cut to fit");
  }

  @Test
  void theSummaryComesBeforeAnythingFolded() throws IOException {
    String report = Planned.written("prod", "md");

    assertThat(report.substring(0, report.indexOf("<details>")))
        .contains("| Failures survived | **8 of 9** | 1 degraded |")
        .contains("| Availability Zone eu-central-1a fails | ✓ survives | 60 to 120 s | none |")
        .contains("| Region eu-central-1 fails | ✕ down |");
  }

  @Test
  void threeStacksTogetherLeaveOutTheListsThatGrow() throws IOException {
    String report =
        MarkdownReport.of(
            List.of(
                Planned.unwaived("dev"), Planned.unwaived("prod"), Planned.unwaived("article")));

    assertThat(report)
        .hasSizeLessThan(MarkdownReport.MOST_CHARACTERS)
        .contains(
            "*The HTML report lists the resources and the items of the bill; they do not fit here.*")
        .doesNotContain("resources</summary>")
        .doesNotContain("Cut to fit");
  }

  @Test
  void whatIsFoldedIsClosedBeforeTheNoteThatItWasCut() {
    String report = "summary\n\n<details>\n<summary>All</summary>\n" + "- line\n".repeat(50);

    assertThat(MarkdownReport.fitting(report, 200, List.of()))
        .hasSizeLessThanOrEqualTo(200)
        .endsWith(
            "- line\n\n</details>\n\n*Cut to fit a comment, 42 lines are hidden: the HTML report has the"
                + " rest.*\n");
  }

  @Test
  void whatIsNotFoldedIsCutWithoutClosingAnything() {
    assertThat(MarkdownReport.fitting("- line\n".repeat(50), 150, List.of()))
        .hasSizeLessThanOrEqualTo(150)
        .doesNotContain("</details>")
        .endsWith(
            "- line\n\n*Cut to fit a comment, 43 lines are hidden: the HTML report has the rest.*\n");
  }

  @Test
  void whatBlocksIsNamedThoughItsLineIsCut() throws IOException {
    var changes = new ArrayList<Change>();
    for (int index = 0; index < 1_500; index++) {
      changes.add(change("volume-" + index, Effect.REBOOT, false));
    }
    changes.add(change("copies", Effect.DATA_LOSS, true));
    changes.add(change("orders", Effect.DATA_LOSS, false));
    changes.add(change("engine", Effect.REFUSED, false));
    PlannedStack stack = Planned.unwaived("dev");
    PlannedStack changed =
        stack.with(
            stack
                .findings()
                .against(
                    new Disruption(changes),
                    CostChange.between(
                        stack.graph(), stack.graph(), CostBasis.of(PriceBook.shipped()))));

    assertThat(MarkdownReport.of(List.of(changed)))
        .hasSizeLessThanOrEqualTo(MarkdownReport.MOST_CHARACTERS)
        .doesNotContain("volume-1499", "copies")
        .contains("\n\nWhat blocks:\n\n- `engine`: refused by AWS\n- `orders`: data loss\n")
        .containsPattern(
            "\\*Cut to fit a comment, \\d+ lines are hidden: the HTML report has the rest\\.\\*\n$");
  }

  @Test
  void ofMoreThatBlocksThanFitsTheRestIsCounted() {
    assertThat(
            MarkdownReport.fitting(
                "- line\n".repeat(100), 300, Collections.nCopies(40, "`orders`: data loss")))
        .hasSizeLessThanOrEqualTo(300)
        .contains("- `orders`: data loss\n- and 34 more\n");
  }

  private static Change change(String name, Effect effect, boolean allowed) {
    return new Change(
        "urn:pulumi:dev::shop::a:b:C::" + name, "size", "1", "2", effect, "", "", "", "", allowed);
  }

  @Test
  void whatFitsIsNotTouched() {
    assertThat(MarkdownReport.fitting("short", 100, List.of("`orders`: data loss")))
        .isEqualTo("short");
  }

  @Test
  void namesAreNoMarkup() throws IOException {
    var relaxation = new Relaxation("a|b", "<script>alert(1)</script> [x](http://y) *bold*");

    assertThat(MarkdownReport.of(List.of(Planned.of(Planned.graph("dev"), List.of(relaxation)))))
        .contains("- <code>a&#124;b</code>: ")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt; \\[x\\](http://y) \\*bold\\*")
        .doesNotContain("<script>");
  }

  @Test
  void theOrderIsThatOfTheOtherReports() throws IOException {
    assertThat(Planned.written("dev", "md"))
        .containsSubsequence(
            "**Passed with waivers**: ",
            "| Monthly cost |",
            "| Controls passed |",
            "| Waivers |",
            "<summary>17 waivers</summary>",
            "### Failure impact",
            "<summary>Network access</summary>",
            "<summary>Monthly cost: ",
            "resources</summary>");
  }
}
