package dev.mainstay.resilience;

import dev.mainstay.facts.InertTypes;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.model.DataLoss;
import dev.mainstay.resilience.model.Effect;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What may be on a request's path, hold data or be exposed, and is not judged: every resource of a
 * type that is neither part of what is judged nor known to be inert.
 */
final class Unjudged {
  private Unjudged() {}

  /**
   * Finds them.
   *
   * @param judged what the analysis judges: servers, load balancers, NATs and stores
   */
  static List<ResourceNode> in(
      ResourceGraph graph, Collection<ResourceNode> judged, List<ResourceNode> nats) {
    Set<String> known = judged.stream().map(ResourceNode::urn).collect(Collectors.toSet());
    return graph.resources().stream()
        .filter(ResourceNode::custom)
        .filter(node -> !known.contains(node.urn()))
        .filter(node -> InertTypes.reason(node.type()).isEmpty())
        .filter(node -> !translates(node, graph, nats))
        .toList();
  }

  private static boolean translates(
      ResourceNode node, ResourceGraph graph, List<ResourceNode> nats) {
    return nats.contains(node)
        || nats.stream().anyMatch(nat -> node.referencesAt("networkInterfaces").contains(nat.urn()))
        || graph.referenced(node, "launchTemplate").stream()
            .anyMatch(
                template ->
                    nats.stream()
                        .anyMatch(
                            nat -> template.referencesAt("networkInterfaces").contains(nat.urn())));
  }

  /** Requests may depend on them. */
  static Effect onPath(List<ResourceNode> unjudged) {
    return Effect.all(
        unjudged.stream()
            .map(
                node ->
                    Effect.unknown("`%s` (%s) is not judged.".formatted(node.name(), node.type())))
            .toList());
  }

  /** They may be where something fails, or not. */
  static Effect touched(List<ResourceNode> unjudged) {
    Effect effect = onPath(unjudged);
    return unjudged.isEmpty() ? effect : effect.losing(DataLoss.UNKNOWN);
  }
}
