package dev.mainstay.posture.model;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One condition that a control sets for each resource of some types.
 *
 * @param wanted the condition, in words that follow the resource's name
 * @param types the Pulumi types of the resources it concerns
 * @param concerned whether it concerns one resource of these types
 * @param judge whether a resource meets it
 * @param waivedBy configuration keys; a stack that gives a reason for one of them may do without
 */
public record Requirement(
    String wanted, List<String> types, Judge concerned, Judge judge, List<String> waivedBy) {

  private static final Judge ALWAYS = (graph, node) -> Answer.YES;
  private static final Judge NOT_JUDGED = (graph, node) -> Answer.UNKNOWN;

  /** Of each resource of {@code types}. */
  public static Requirement of(List<String> types, String wanted, Judge judge) {
    return new Requirement(wanted, types, ALWAYS, judge, List.of());
  }

  /** Types of the same family that the control does not judge: each such resource is not known. */
  public static Requirement notJudged(String... types) {
    return notJudged(List.of(types));
  }

  /** As {@link #notJudged(String...)}. */
  public static Requirement notJudged(List<String> types) {
    return of(types, "this control does not judge its type", NOT_JUDGED);
  }

  /** Whether the control judges {@link #types}. */
  public boolean judges() {
    return judge != NOT_JUDGED;
  }

  /** The resources it concerns. */
  public List<ResourceNode> subjects(ResourceGraph graph) {
    return types.stream()
        .flatMap(type -> graph.all(type).stream())
        .filter(node -> concerned.of(graph, node) != Answer.NO)
        .toList();
  }

  /** Whether {@code node} meets it. Where it may not be concerned, it cannot fail. */
  public Answer answer(ResourceGraph graph, ResourceNode node) {
    Answer met = judge.of(graph, node);
    return met == Answer.YES ? met : Answer.any(met, concerned.of(graph, node).not());
  }

  /** The same requirement, of those resources alone of which {@code condition} says yes. */
  public Requirement where(Judge condition) {
    return new Requirement(wanted, types, Judge.all(concerned, condition), judge, waivedBy);
  }

  /** The same requirement, which a reason for one of {@code keys} waives. */
  public Requirement waivedBy(String... keys) {
    return new Requirement(wanted, types, concerned, judge, List.of(keys));
  }

  /** The reason for which a stack does without, if it gives one. */
  public Optional<String> waiver(Map<String, String> waivers) {
    return waivedBy.stream()
        .filter(waivers::containsKey)
        .map(key -> key + ": " + waivers.get(key))
        .findFirst();
  }
}
