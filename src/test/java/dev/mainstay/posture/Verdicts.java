package dev.mainstay.posture;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.graph.ResourceNode.Reference;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a control says of a stack of a few resources, as one line. */
public final class Verdicts {
  private Verdicts() {}

  /** Such as {@code PASSED} or {@code FAILED [db: multiAz is true]}. */
  public static String of(String control, ResourceNode... nodes) {
    return of(control, new ResourceGraph("other", "stack", List.of(nodes), Map.of()));
  }

  public static String of(String control, ResourceGraph graph) {
    return Posture.of(graph, Map.of()).stream()
        .filter(result -> result.control().name().equals(control))
        .map(
            result ->
                result.status()
                    + result.findings().stream()
                        .map(Object::toString)
                        .collect(Collectors.joining("; ", " [", "]"))
                        .replace(" []", ""))
        .findFirst()
        .orElseThrow();
  }

  public static ResourceGraph graph(ResourceNode... nodes) {
    return new ResourceGraph("other", "stack", List.of(nodes), Map.of());
  }

  public static ResourceNode node(
      String type, String name, Map<String, Object> inputs, Reference... named) {
    return Mutation.node(type, name, inputs, named);
  }

  /** An input that is the id of another resource. */
  public static Reference to(String path, ResourceNode target) {
    return new Reference(path, target.urn(), "id", true);
  }
}
