package dev.mainstay.posture.cloudwatch;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.model.Judge;
import dev.mainstay.posture.model.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The alarms that may be about a resource, found without judging all alarms for each resource. */
final class AlarmsBySubject {
  private final ResourceGraph graph;
  private final Map<String, List<ResourceNode>> bySubject = new HashMap<>();

  /** Those that name a resource otherwise than by reference, or do not tell what they are about. */
  private final List<ResourceNode> others = new ArrayList<>();

  private AlarmsBySubject(ResourceGraph graph) {
    this.graph = graph;
    Types.in(graph, Alarms.METRIC).forEach(alarm -> add(alarm, subjects(alarm)));
    Types.in(graph, Alarms.COMPOSITE)
        .forEach(
            alarm ->
                add(
                    alarm,
                    joined(
                        graph.referenced(alarm, "alarmRule").stream()
                            .filter(each -> Alarms.METRIC.contains(each.type()))
                            .map(this::subjects))));
  }

  static AlarmsBySubject in(ResourceGraph graph) {
    return graph.derived(AlarmsBySubject.class, AlarmsBySubject::new);
  }

  Stream<ResourceNode> about(ResourceNode subject) {
    return Stream.concat(
        bySubject.getOrDefault(subject.urn(), List.of()).stream(), others.stream());
  }

  private void add(ResourceNode alarm, Optional<Set<String>> subjects) {
    subjects.ifPresentOrElse(
        urns ->
            urns.forEach(
                urn -> bySubject.computeIfAbsent(urn, any -> new ArrayList<>()).add(alarm)),
        () -> others.add(alarm));
  }

  /** By urn; empty unless each is named by reference. */
  private Optional<Set<String>> subjects(ResourceNode alarm) {
    return joined(Alarms.dimensions(alarm).map(path -> subjects(alarm, path)));
  }

  private Optional<Set<String>> subjects(ResourceNode alarm, String path) {
    Object given = Judge.input(alarm, path).orElse(Map.of());
    return given instanceof Map<?, ?> dimensions
        ? joined(
            Alarms.DIMENSIONS.values().stream()
                .distinct()
                .map(
                    dimension ->
                        named(alarm, path + "." + dimension, dimensions.containsKey(dimension))))
        : Optional.empty();
  }

  private Optional<Set<String>> named(ResourceNode alarm, String path, boolean given) {
    var urns = new HashSet<String>();
    graph.referenced(alarm, path).forEach(node -> urns.add(node.urn()));
    return urns.isEmpty() && given ? Optional.empty() : Optional.of(urns);
  }

  private static Optional<Set<String>> joined(Stream<Optional<Set<String>>> all) {
    List<Optional<Set<String>>> list = all.toList();
    var urns = new HashSet<String>();
    list.forEach(each -> each.ifPresent(urns::addAll));
    return list.stream().allMatch(Optional::isPresent) ? Optional.of(urns) : Optional.empty();
  }
}
