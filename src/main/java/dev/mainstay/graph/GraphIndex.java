package dev.mainstay.graph;

import dev.mainstay.graph.ResourceNode.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds resources of a graph without looking at all of them; made when it is first asked. */
final class GraphIndex {
  private final List<ResourceNode> resources;
  private volatile Found found;

  /** Resources in the order of the graph. */
  private record Found(
      Map<String, ResourceNode> byUrn,
      Map<String, List<ResourceNode>> byType,
      Map<String, List<ResourceNode>> byName,
      Map<String, List<ResourceNode>> byParent,
      Map<String, List<ResourceNode>> byTarget,
      Map<String, List<ResourceNode>> byTypeAndTarget) {}

  GraphIndex(List<ResourceNode> resources) {
    this.resources = resources;
  }

  Optional<ResourceNode> byUrn(String urn) {
    return Optional.ofNullable(found().byUrn.get(urn));
  }

  List<ResourceNode> ofType(String type) {
    return of(found().byType, type);
  }

  List<ResourceNode> named(String name) {
    return of(found().byName, name);
  }

  List<ResourceNode> childrenOf(String urn) {
    return of(found().byParent, urn);
  }

  List<ResourceNode> referringTo(String urn) {
    return of(found().byTarget, urn);
  }

  List<ResourceNode> referringTo(String urn, String type) {
    return of(found().byTypeAndTarget, typeAndTarget(type, urn));
  }

  private static String typeAndTarget(String type, String target) {
    return type + " " + target;
  }

  private static List<ResourceNode> of(Map<String, List<ResourceNode>> all, String key) {
    return all.getOrDefault(key, List.of());
  }

  private Found found() {
    if (found == null) {
      found = search();
    }
    return found;
  }

  private Found search() {
    var result =
        new Found(
            new HashMap<>(),
            new HashMap<>(),
            new HashMap<>(),
            new HashMap<>(),
            new HashMap<>(),
            new HashMap<>());
    for (ResourceNode node : resources) {
      result.byUrn.putIfAbsent(node.urn(), node);
      add(result.byType, node.type(), node);
      add(result.byName, node.name(), node);
      add(result.byParent, node.parent(), node);
      node.references().stream()
          .map(Reference::urn)
          .distinct()
          .forEach(
              target -> {
                add(result.byTarget, target, node);
                add(result.byTypeAndTarget, typeAndTarget(node.type(), target), node);
              });
    }
    for (var all :
        List.of(
            result.byType,
            result.byName,
            result.byParent,
            result.byTarget,
            result.byTypeAndTarget)) {
      all.replaceAll((key, nodes) -> List.copyOf(nodes));
    }
    return result;
  }

  private static void add(Map<String, List<ResourceNode>> all, String key, ResourceNode node) {
    all.computeIfAbsent(key, any -> new ArrayList<>(1)).add(node);
  }
}
