package dev.mainstay.posture.model;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One thing that a control wants of each of some resources.
 *
 * @param wanted what, in words that follow the resource's name
 * @param subjects finds the resources it concerns
 * @param judge whether one of them is as wanted
 * @param waivedBy configuration keys; a stack that gives a reason for one of them may do without
 */
public record Requirement(
    String wanted,
    Function<ResourceGraph, List<ResourceNode>> subjects,
    Judge judge,
    List<String> waivedBy) {

  /** Of each resource of {@code types}. */
  public static Requirement of(List<String> types, String wanted, Judge judge) {
    return new Requirement(
        wanted,
        graph -> types.stream().flatMap(type -> graph.all(type).stream()).toList(),
        judge,
        List.of());
  }

  /** The same requirement, of those resources alone of which {@code concerned} says yes. */
  public Requirement where(Judge concerned) {
    return new Requirement(
        wanted,
        graph ->
            subjects.apply(graph).stream()
                .filter(node -> concerned.of(graph, node) != Answer.NO)
                .toList(),
        // Where it is not known whether a resource is concerned, it cannot fail.
        Judge.any(judge, (graph, node) -> concerned.of(graph, node).not()),
        waivedBy);
  }

  /** The same requirement, which a reason for one of {@code keys} waives. */
  public Requirement waivedBy(String... keys) {
    return new Requirement(wanted, subjects, judge, List.of(keys));
  }

  /** The reason for which a stack does without, if it gives one. */
  public Optional<String> waiver(Map<String, String> waivers) {
    return waivedBy.stream()
        .filter(waivers::containsKey)
        .map(key -> key + ": " + waivers.get(key))
        .findFirst();
  }
}
