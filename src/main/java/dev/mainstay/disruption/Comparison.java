package dev.mainstay.disruption;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.graph.ResourceNode.Reference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Two versions of a stack side by side. */
final class Comparison {
  private static final String TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
  private static final String GROUP = "aws:autoscaling/group:Group";

  /** Inputs of a launch template that are not in its versions. */
  private static final Set<String> OF_NO_VERSION =
      Set.of("tags", "tagsAll", "updateDefaultVersion", "defaultVersion");

  private final ResourceGraph before;
  private final ResourceGraph after;
  private final Pairs pairs;
  private final Collection<String> allowDataLoss;

  /** By urn, in the order of the program. */
  private final Map<String, List<Change>> changes = new LinkedHashMap<>();

  /** What is replaced, and whose users are still to be looked at. */
  private final Deque<ResourceNode> replaced = new ArrayDeque<>();

  private final Set<String> everReplaced = new HashSet<>();

  Comparison(ResourceGraph before, ResourceGraph after, Collection<String> allowDataLoss) {
    this.before = before;
    this.after = after;
    this.pairs = new Pairs(before, after);
    this.allowDataLoss = allowDataLoss;
  }

  List<Change> changes() {
    custom(after).forEach(node -> changes.put(node.urn(), new ArrayList<>()));
    custom(after)
        .forEach(
            node ->
                pairs
                    .earlier(node)
                    .ifPresentOrElse(
                        old -> compare(old, node), () -> whole(after, node, Verdict.ofCreation())));
    while (!replaced.isEmpty()) {
      followReplacement(replaced.remove());
    }
    after.all(TEMPLATE).forEach(this::followNewVersion);
    custom(before)
        .filter(pairs::isGone)
        .forEach(node -> whole(before, node, Verdict.ofDeletion(node)));
    return changes.values().stream().flatMap(List::stream).toList();
  }

  private static Stream<ResourceNode> custom(ResourceGraph graph) {
    return graph.resources().stream().filter(ResourceNode::custom);
  }

  private void compare(ResourceNode old, ResourceNode node) {
    if (pairs.isMoved(old, node)) {
      add(
          after,
          node,
          "parent",
          Pairs.placeOf(before, old),
          Pairs.placeOf(after, node),
          Verdict.ofMove(old));
    }
    Difference.between(NamedInputs.of(before, old), NamedInputs.of(after, node))
        .forEach(difference -> change(old, node, difference));
  }

  private void change(ResourceNode old, ResourceNode node, Difference difference) {
    Verdict verdict = Verdict.ofChange(old, node, difference);
    add(
        after,
        node,
        difference.path(),
        Shown.text(node.type(), difference.path(), difference.from()),
        Shown.text(node.type(), difference.path(), difference.to()),
        verdict);
    boolean isReplaced =
        verdict.effect() == Effect.REPLACEMENT || verdict.effect() == Effect.DATA_LOSS;
    if (isReplaced && everReplaced.add(node.urn())) {
      replaced.add(node);
    }
  }

  /** Whoever names a resource that is replaced gets another id, ARN or name for it. */
  private void followReplacement(ResourceNode target) {
    for (ResourceNode node : after.resources()) {
      Optional<ResourceNode> old = pairs.earlier(node);
      if (old.isPresent() && node.custom() && !node.urn().equals(target.urn())) {
        node.references().stream()
            .filter(reference -> reference.urn().equals(target.urn()))
            .filter(reference -> !keepsItsName(target, reference))
            .map(reference -> Difference.withoutIndexes(reference.path()))
            .distinct()
            .filter(path -> !isReported(node, path))
            .forEach(
                path ->
                    change(
                        old.get(),
                        node,
                        new Difference(path, target.name(), "what replaces " + target.name())));
      }
    }
  }

  private boolean keepsItsName(ResourceNode target, Reference reference) {
    Optional<Object> name = target.input(reference.property());
    return name.isPresent()
        && name.equals(pairs.earlier(target).flatMap(old -> old.input(reference.property())));
  }

  /** A changed launch template gets a new version, which a group may follow. */
  private void followNewVersion(ResourceNode template) {
    boolean hasNewVersion =
        changes.get(template.urn()).stream()
            .map(change -> change.property().replaceAll("[.\\[].*", ""))
            .anyMatch(property -> !OF_NO_VERSION.contains(property));
    if (!hasNewVersion) {
      return;
    }
    String path = "launchTemplate.version";
    for (ResourceNode group : after.referring(GROUP, "launchTemplate", template)) {
      pairs
          .earlier(group)
          .filter(old -> !isReported(group, "launchTemplate"))
          .ifPresent(
              old ->
                  change(
                      old,
                      group,
                      new Difference(path, "that of now", "a new version of " + template.name())));
    }
  }

  private boolean isReported(ResourceNode node, String path) {
    return changes.get(node.urn()).stream()
        .map(change -> Difference.withoutIndexes(change.property()))
        .anyMatch(property -> (property + ".").startsWith(path + "."));
  }

  private void whole(ResourceGraph graph, ResourceNode node, Verdict verdict) {
    add(graph, node, "", "", "", verdict);
  }

  private void add(
      ResourceGraph graph,
      ResourceNode node,
      String property,
      String from,
      String to,
      Verdict verdict) {
    changes
        .computeIfAbsent(node.urn(), urn -> new ArrayList<>())
        .add(
            new Change(
                node.urn(),
                property,
                from,
                to,
                verdict.effect(),
                verdict.downtime(),
                verdict.when(),
                verdict.lost(),
                verdict.source(),
                verdict.effect() == Effect.DATA_LOSS && mayLose(graph, node)));
  }

  private boolean mayLose(ResourceGraph graph, ResourceNode node) {
    return Stream.iterate(
            Optional.of(node),
            Optional::isPresent,
            each -> each.map(ResourceNode::parent).flatMap(graph::byUrn))
        .anyMatch(each -> allowDataLoss.contains(each.get().name()));
  }
}
