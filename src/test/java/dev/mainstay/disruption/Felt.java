package dev.mainstay.disruption;

import static dev.mainstay.graph.HandMade.graph;

import dev.mainstay.graph.ResourceGraph;
import java.util.List;
import java.util.Map;

/** What is felt between two graphs, as lines of text. */
final class Felt {

  private Felt() {}

  static List<String> shown(ResourceGraph before, ResourceGraph after) {
    return Disruption.between(before, after).changes().stream()
        .map(
            change ->
                "%s %s: %s -> %s is %s (%s) %s, loses %s [%s]"
                    .formatted(
                        change.urn().replaceAll(".*::", ""),
                        change.property(),
                        change.from(),
                        change.to(),
                        change.effect(),
                        change.downtime(),
                        change.when(),
                        change.lost(),
                        change.source()))
        .toList();
  }

  /** What a change of the inputs of one resource does. */
  static List<String> change(String type, Map<String, Object> before, Map<String, Object> after) {
    return shown(graph().with(type, "it", before).build(), graph().with(type, "it", after).build());
  }
}
