package dev.mainstay.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.mainstay.graph.GraphJson;
import dev.mainstay.graph.ResourceGraph;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReportTest {
  @Test
  void itIsReadAsTheGraphItself() throws IOException {
    ResourceGraph graph = Planned.graph("dev");

    assertThat(GraphJson.read(JsonReport.of(List.of(Planned.unwaived("dev"))))).isEqualTo(graph);
  }

  @Test
  void itHoldsEveryResult() throws IOException {
    JsonObject report = Planned.json("prod");

    assertThat(report.keySet())
        .containsExactly(
            "project",
            "stack",
            "region",
            "resources",
            "outputs",
            "relaxations",
            "waivers",
            "resilience",
            "targets",
            "missedTargets",
            "posture",
            "reachability",
            "cost");
    assertThat(report.getAsJsonObject("resilience").getAsJsonArray("verdicts")).hasSize(11);
    assertThat(report.getAsJsonArray("posture")).hasSizeGreaterThan(40);
    assertThat(report.getAsJsonObject("cost").get("total").toString())
        .isEqualTo("{\"usd\":1485.88,\"notPriced\":0}");
  }

  @Test
  void severalStacksAreAList() throws IOException {
    String report = JsonReport.of(List.of(Planned.unwaived("dev"), Planned.unwaived("article")));

    assertThat(JsonParser.parseString(report).getAsJsonObject().getAsJsonArray("stacks"))
        .extracting(stack -> stack.getAsJsonObject().get("stack").getAsString())
        .containsExactly("dev", "article");
  }

  @Test
  void twoReportsOfOneGraphAreTheSame() throws IOException {
    assertThat(JsonReport.of(List.of(Planned.unwaived("dev"))))
        .isEqualTo(JsonReport.of(List.of(Planned.unwaived("dev"))));
  }
}
