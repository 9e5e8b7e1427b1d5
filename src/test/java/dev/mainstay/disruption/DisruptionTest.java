package dev.mainstay.disruption;

import static dev.mainstay.graph.HandMade.graph;
import static dev.mainstay.graph.HandMade.urn;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DisruptionTest {
  private static final String INSTANCE = "aws:rds/instance:Instance";

  @Test
  void theSameStackFeelsNothing() {
    var graph = graph().component("database").with(INSTANCE, "db", Map.of("port", 1L)).build();

    assertThat(Disruption.between(graph, graph)).isEqualTo(new Disruption(List.of()));
    assertThat(Disruption.between(graph, graph).blocked()).isEmpty();
  }

  @Test
  void aChangeNamesResourcePropertyAndSource() {
    assertThat(
            Disruption.between(
                    graph().with(INSTANCE, "db", Map.of("port", 5432L)).build(),
                    graph().with(INSTANCE, "db", Map.of("port", 5433L)).build())
                .changes())
        .containsExactly(
            new Change(
                urn(INSTANCE, "db"),
                "port",
                "5432",
                "5433",
                Effect.REBOOT,
                "yes: it restarts at once; clients have to use the new port",
                "immediately",
                "",
                "rds-guide-2023 tf-rds-instance",
                false));
  }
}
