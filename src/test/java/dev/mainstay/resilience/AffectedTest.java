package dev.mainstay.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.model.Verdict;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a failure touches is what the drawing marks. */
class AffectedTest {
  private static Map<String, List<String>> affected(ResourceGraph graph) {
    var affected = new TreeMap<String, List<String>>();
    for (Verdict verdict : Resilience.of(graph).verdicts()) {
      affected.put(
          verdict.failure().title(),
          verdict.affected().stream()
              .map(urn -> graph.byUrn(urn).orElseThrow())
              .map(ResourceNode::name)
              .sorted()
              .toList());
    }
    return affected;
  }

  @Test
  void aComponentThatFailsIsTouchedWithWhatDependsOnIt() {
    assertThat(affected(Prod.GRAPH))
        .contains(
            entry("Normal operation", List.of()),
            entry(
                "NAT gateway `network-nat-a` fails", List.of("network-nat-a", "network-private-a")),
            entry("One server of `web` fails", List.of("web")),
            entry("Rolling deployment of `web`", List.of("web")),
            entry("Database primary fails (`database`)", List.of("database")),
            entry("Data of `database` is lost or corrupted", List.of("database")),
            entry("Cache primary fails (`cache`)", List.of("cache")),
            entry("Region eu-central-1 fails", List.of("database")));
  }
}
