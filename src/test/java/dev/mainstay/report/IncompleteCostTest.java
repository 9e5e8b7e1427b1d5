package dev.mainstay.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Help.Ansi;

/** Something of each stack has no price: nobody may take the sum for all that the stack costs. */
class IncompleteCostTest {
  private static final String SUM = "1,485.88";
  private static List<PlannedStack> one;
  private static List<PlannedStack> several;

  @BeforeAll
  static void plan() throws IOException {
    one = List.of(withAJob("prod"));
    several = List.of(withAJob("dev"), withAJob("prod"));
  }

  /** A shipped stack with something more that no price is known of. */
  private static PlannedStack withAJob(String stack) throws IOException {
    ResourceGraph graph = Planned.graph(stack);
    var resources = new ArrayList<>(graph.resources());
    ResourceNode web =
        resources.stream().filter(it -> it.name().equals("web")).findFirst().orElseThrow();
    String type = "aws:braket/job:Job";
    resources.add(
        new ResourceNode(
            "urn:pulumi:%s::mainstay::%s::quantum".formatted(stack, type),
            type,
            "quantum",
            web.urn(),
            true,
            false,
            List.of(),
            Map.of(),
            List.of()));
    return Planned.of(
        new ResourceGraph(graph.project(), graph.stack(), resources, graph.outputs()), List.of());
  }

  static Stream<String> views() {
    return Stream.of(one, several)
        .flatMap(
            stacks ->
                Stream.of(
                    ConsoleReport.of(stacks, Ansi.OFF, false),
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
  void theConsoleCountsBesideTheSumWhatIsNotIncluded() {
    assertThat(ConsoleReport.of(one, Ansi.OFF, false))
        .contains("\nMonthly cost: at least 1,485.88 USD; not included: 1 item without a price\n");
  }

  @Test
  void theCommentCountsBesideTheSumWhatIsNotIncluded() {
    assertThat(MarkdownReport.of(one))
        .contains(
            "| Monthly cost | **at least 1,485.88 USD** | list prices; not included: 1 item without"
                + " a price |\n")
        .contains(
            "<summary>Monthly cost: at least 1,485.88 USD; not included: 1 item without a price"
                + "</summary>\n")
        .contains("- `web`: aws:braket/job:Job of `quantum`: no rule for this type of resource\n");
    assertThat(MarkdownReport.of(several))
        .contains("| Monthly cost | at least 131.61 USD | at least 1,485.88 USD |\n")
        .contains("| Not included | 1 item without a price | 1 item without a price |\n")
        .contains("| Total | at least 131.61 | at least 1,485.88 |\n");
  }

  @Test
  void thePageCountsBesideTheSumWhatIsNotIncluded() {
    assertThat(HtmlReport.of(one))
        .contains(
            "<h3>Monthly cost <small>at least 1,485.88 USD; not included: 1 item without a price"
                + "</small></h3>");
  }

  @Test
  void aComponentWithoutAllItsPricesIsNoBetter() {
    assertThat(MarkdownReport.of(several))
        .contains("| `key` | 1.03 | 1.03 |\n")
        .contains("| `web` | at least 53.23 | at least 648.67 |\n");
  }
}
