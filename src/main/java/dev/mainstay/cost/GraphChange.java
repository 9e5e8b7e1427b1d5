package dev.mainstay.cost;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.graph.ResourceNode.Reference;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Other versions of some resources of a graph.
 *
 * @param byUrn what makes the other version of each; it returns null where the resource is removed
 */
record GraphChange(Map<String, UnaryOperator<ResourceNode>> byUrn) {
  /** Another version of one resource. */
  static GraphChange of(ResourceNode node, UnaryOperator<ResourceNode> change) {
    return new GraphChange(Map.of(node.urn(), change));
  }

  /** One change of all of {@code changes}, in their order. */
  static GraphChange all(List<GraphChange> changes) {
    var all = new TreeMap<String, UnaryOperator<ResourceNode>>();
    for (GraphChange change : changes) {
      change.byUrn.forEach(
          (urn, next) -> all.merge(urn, next, (first, then) -> node -> both(node, first, then)));
    }
    return new GraphChange(all);
  }

  private static ResourceNode both(
      ResourceNode node, UnaryOperator<ResourceNode> first, UnaryOperator<ResourceNode> next) {
    ResourceNode changed = first.apply(node);
    return changed == null ? null : next.apply(changed);
  }

  ResourceGraph in(ResourceGraph graph) {
    return of(graph, graph.resources().stream().map(this::of).filter(Objects::nonNull).toList());
  }

  private ResourceNode of(ResourceNode node) {
    UnaryOperator<ResourceNode> change = byUrn.get(node.urn());
    return change == null ? node : change.apply(node);
  }

  /**
   * The part of a graph whose price may differ after the change: the resources themselves, those
   * that refer to them, and what the price of these is read from.
   */
  ResourceGraph concerned(ResourceGraph graph) {
    Set<ResourceNode> priced = new LinkedHashSet<>();
    for (String urn : byUrn.keySet()) {
      graph
          .byUrn(urn)
          .ifPresent(
              node -> {
                priced.add(node);
                priced.addAll(graph.referringTo(node));
              });
    }
    var all = new LinkedHashSet<>(priced);
    priced.stream().flatMap(node -> named(graph, node)).forEach(all::add);
    return of(graph, List.copyOf(all));
  }

  private static Stream<ResourceNode> named(ResourceGraph graph, ResourceNode node) {
    return node.references().stream().map(Reference::urn).flatMap(urn -> graph.byUrn(urn).stream());
  }

  private static ResourceGraph of(ResourceGraph graph, List<ResourceNode> resources) {
    return new ResourceGraph(graph.project(), graph.stack(), resources, Map.of());
  }
}
