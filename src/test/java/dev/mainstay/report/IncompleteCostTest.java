package dev.mainstay.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Help.Ansi;

/** The price list has no price for half of prod: nobody may take the sum for all that it costs. */
class IncompleteCostTest {
  private static final String SUM = "335.15";
  private static List<PlannedStack> one;
  private static List<PlannedStack> several;

  @BeforeAll
  static void plan() throws IOException {
    one = List.of(Planned.unwaived("prod"));
    several = List.of(Planned.unwaived("dev"), Planned.unwaived("prod"));
  }

  static Stream<String> views() {
    return Stream.of(one, several)
        .flatMap(
            stacks ->
                Stream.of(
                    new ConsoleReport(Ansi.OFF).of(stacks),
                    MarkdownReport.of(stacks),
                    HtmlReport.of(stacks)));
  }

  @ParameterizedTest
  @MethodSource("views")
  void theSumIsTheLeastWhereverItIsShown(String view) {
    assertThat(view.split("at least " + SUM, -1)).hasSizeGreaterThan(1);
    assertThat(view.replace("at least " + SUM, "")).doesNotContain(SUM);
  }

  @Test
  void theConsoleCountsBesideTheSumWhatIsNotInIt() {
    assertThat(new ConsoleReport(Ansi.OFF).of(one))
        .contains("\nCost  at least 335.15 USD a month by list prices; not priced: 21 items\n");
  }

  @Test
  void theCommentCountsBesideTheSumWhatIsNotInIt() {
    assertThat(MarkdownReport.of(one))
        .contains("| A month | **at least 335.15 USD** | list prices; not priced: 21 items |\n")
        .contains("<summary>Cost: at least 335.15 USD a month; not priced: 21 items</summary>\n");
    assertThat(MarkdownReport.of(several))
        .contains("| USD a month | at least 64.35 | at least 335.15 |\n")
        .contains("|   not priced | 11 items | 21 items |\n")
        .contains("| a month | at least 64.35 | at least 335.15 |\n| not priced | 11 items |");
  }

  @Test
  void thePageCountsBesideTheSumWhatIsNotInIt() {
    assertThat(HtmlReport.of(one))
        .contains("<h3>Cost <small>at least 335.15 USD a month; not priced: 21 items</small></h3>");
  }

  @Test
  void aComponentWithoutAllItsPricesIsNoBetter() {
    assertThat(MarkdownReport.of(several))
        .contains("| key | 1.00 | 1.00 |\n")
        .contains("| web | at least 4.76 | at least 19.04 |\n");
  }
}
