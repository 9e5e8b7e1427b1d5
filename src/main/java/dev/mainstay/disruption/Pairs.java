package dev.mainstay.disruption;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.graph.ResourceNode.Reference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which resource of one version of a stack is which of the other: those with the same urn, and then
 * those of one type and logical name, wherever they stand.
 */
public final class Pairs {
  private final ResourceGraph before;
  private final ResourceGraph after;

  /** By the urn after. */
  private final Map<String, ResourceNode> earlier = new HashMap<>();

  /** The urns before that have a counterpart. */
  private final Set<String> kept = new HashSet<>();

  Pairs(ResourceGraph before, ResourceGraph after) {
    this.before = before;
    this.after = after;
    Map<String, ResourceNode> byUrn = new HashMap<>();
    before.resources().forEach(old -> byUrn.putIfAbsent(old.urn(), old));
    after.resources().stream()
        .filter(node -> byUrn.containsKey(node.urn()))
        .forEach(node -> pair(byUrn.get(node.urn()), node));
    Map<String, List<ResourceNode>> byName =
        before.resources().stream().filter(this::isGone).collect(Collectors.groupingBy(Pairs::key));
    after.resources().stream()
        .filter(node -> earlier(node).isEmpty())
        .forEach(
            node ->
                byName.getOrDefault(key(node), List.of()).stream()
                    .filter(this::isGone)
                    .findFirst()
                    .ifPresent(old -> pair(old, node)));
  }

  /** The earlier version under the urns that the later one has for the same resources. */
  public static ResourceGraph aligned(ResourceGraph before, ResourceGraph after) {
    var pairs = new Pairs(before, after);
    Map<String, String> urns = new HashMap<>();
    pairs.earlier.forEach((urn, old) -> urns.put(old.urn(), urn));
    return new ResourceGraph(
        before.project(),
        before.stack(),
        before.resources().stream().map(node -> renamed(node, urns)).toList(),
        before.outputs());
  }

  private static ResourceNode renamed(ResourceNode node, Map<String, String> urns) {
    return new ResourceNode(
        urns.getOrDefault(node.urn(), node.urn()),
        node.type(),
        node.name(),
        node.parent() == null ? null : urns.getOrDefault(node.parent(), node.parent()),
        node.custom(),
        node.protect(),
        node.dependsOn().stream().map(urn -> urns.getOrDefault(urn, urn)).toList(),
        node.inputs(),
        node.references().stream().map(reference -> renamed(reference, urns)).toList(),
        node.retainOnDelete());
  }

  private static Reference renamed(Reference reference, Map<String, String> urns) {
    return new Reference(
        reference.path(),
        urns.getOrDefault(reference.urn(), reference.urn()),
        reference.property(),
        reference.whole());
  }

  private static String key(ResourceNode node) {
    return node.type() + "::" + node.name();
  }

  private void pair(ResourceNode old, ResourceNode node) {
    earlier.put(node.urn(), old);
    kept.add(old.urn());
  }

  Optional<ResourceNode> earlier(ResourceNode node) {
    return Optional.ofNullable(earlier.get(node.urn()));
  }

  boolean isGone(ResourceNode old) {
    return !kept.contains(old.urn());
  }

  /** Whether Pulumi takes them for two: the types of what a resource is in are part of its urn. */
  boolean isMoved(ResourceNode old, ResourceNode node) {
    return !types(above(before, old)).equals(types(above(after, node)));
  }

  /** The names of what a resource is in, the nearest last. */
  static String placeOf(ResourceGraph graph, ResourceNode node) {
    return above(graph, node).stream()
        .map(ResourceNode::name)
        .reduce((near, far) -> far + "/" + near)
        .orElse("the stack");
  }

  private static List<String> types(List<ResourceNode> nodes) {
    return nodes.stream().map(ResourceNode::type).toList();
  }

  /** What a resource is in, the nearest first. */
  private static List<ResourceNode> above(ResourceGraph graph, ResourceNode node) {
    return Stream.iterate(parent(graph, node), Objects::nonNull, it -> parent(graph, it)).toList();
  }

  private static ResourceNode parent(ResourceGraph graph, ResourceNode node) {
    return Optional.ofNullable(node.parent()).flatMap(graph::byUrn).orElse(null);
  }
}
