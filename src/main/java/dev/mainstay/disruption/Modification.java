package dev.mainstay.disruption;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import java.util.List;
import java.util.Set;

/**
 * One difference of one resource, with both stacks around it.
 *
 * @param replaced the urns, after the change, of the resources that are known to be replaced
 */
record Modification(
    ResourceGraph graphBefore,
    ResourceGraph graphAfter,
    ResourceNode before,
    ResourceNode after,
    Difference difference,
    Set<String> replaced) {

  /** The end of a resource. */
  static Modification ofDeletion(ResourceGraph graph, ResourceNode node) {
    return new Modification(
        graph, graph, node, node, new Difference(Deletion.PROPERTY, null, null), Set.of());
  }

  /** The resources named at {@code path} that are still named and not replaced. */
  List<String> kept(String path) {
    List<String> later = after.referencesAt(path);
    return before.referencesAt(path).stream()
        .filter(urn -> later.contains(urn) && !replaced.contains(urn))
        .toList();
  }
}
