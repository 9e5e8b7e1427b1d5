package dev.mainstay.disruption;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The changes found so far, by resource, in the order of the program. */
final class ChangeLog {
  private final Collection<String> allowDataLoss;
  private final Map<String, List<Change>> changes = new LinkedHashMap<>();

  ChangeLog(Collection<String> allowDataLoss) {
    this.allowDataLoss = allowDataLoss;
  }

  /** Gives a resource its place in the order. */
  void announce(ResourceNode node) {
    changes.computeIfAbsent(node.urn(), urn -> new ArrayList<>());
  }

  void add(ResourceGraph graph, ResourceNode node, Difference difference, Verdict verdict) {
    announce(node);
    changes
        .get(node.urn())
        .add(
            new Change(
                node.urn(),
                difference.path(),
                Shown.text(node.type(), difference.path(), difference.from()),
                Shown.text(node.type(), difference.path(), difference.to()),
                verdict.effect(),
                verdict.downtime(),
                verdict.when(),
                verdict.lost(),
                verdict.source(),
                verdict.effect() == Effect.DATA_LOSS
                    && mayLose(graph, node, Difference.withoutIndexes(difference.path()))));
  }

  /** Of a resource that comes or goes as a whole. */
  void add(ResourceGraph graph, ResourceNode node, Verdict verdict) {
    add(graph, node, new Difference("", null, null), verdict);
  }

  List<Change> of(ResourceNode node) {
    return changes.getOrDefault(node.urn(), List.of());
  }

  /** Whether the input at {@code path}, or a part of it, is in the log. */
  boolean has(ResourceNode node, String path) {
    return of(node).stream()
        .map(change -> Difference.withoutIndexes(change.property()))
        .anyMatch(property -> (property + ".").startsWith(path + "."));
  }

  List<Change> all() {
    return changes.values().stream().flatMap(List::stream).toList();
  }

  /** A name allows every loss of a resource, or of all in a component; name.input allows one. */
  private boolean mayLose(ResourceGraph graph, ResourceNode node, String path) {
    return allowDataLoss.contains(node.name() + "." + path)
        || Stream.iterate(
                Optional.of(node),
                Optional::isPresent,
                each -> each.map(ResourceNode::parent).flatMap(graph::byUrn))
            .anyMatch(each -> allowDataLoss.contains(each.get().name()));
  }
}
