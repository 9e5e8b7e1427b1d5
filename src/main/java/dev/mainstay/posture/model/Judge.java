package dev.mainstay.posture.model;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Says whether a resource is as a control wants it. */
@FunctionalInterface
public interface Judge {
  /** Stands in place of a value that is not known yet, or not told. */
  String NOT_YET_KNOWN = ResourceNode.UNKNOWN_VALUE;

  Pattern STEP = Pattern.compile("[.\\[]");

  Answer of(ResourceGraph graph, ResourceNode node);

  /** The input at {@code path}, where there is one that is known, satisfies {@code wanted}. */
  static Judge given(String path, Predicate<Object> wanted) {
    return (graph, node) ->
        input(node, path)
            .map(value -> value.equals(NOT_YET_KNOWN) ? Answer.UNKNOWN : holds(wanted, value))
            .orElse(Answer.NO);
  }

  static Judge isTrue(String path) {
    return given(path, value -> Boolean.parseBoolean(value.toString()));
  }

  /** The input is not true: it is false, or not there and false by default. */
  static Judge notTrue(String path) {
    return not(isTrue(path));
  }

  /** The input is not false: it is true, or not there and true by default. */
  static Judge notFalse(String path) {
    return not(given(path, value -> !Boolean.parseBoolean(value.toString())));
  }

  /** The input is there, and no empty text or list. */
  static Judge present(String path) {
    return (graph, node) ->
        isInsideUntold(node, path)
            ? Answer.UNKNOWN
            : Answer.of(
                node.input(path)
                    .filter(value -> !value.equals("") && !value.equals(List.of()))
                    .isPresent());
  }

  static Judge oneOf(String path, String... values) {
    return given(path, value -> List.of(values).contains(value.toString()));
  }

  static Judge atLeast(String path, long least) {
    return given(path, value -> Double.parseDouble(value.toString()) >= least);
  }

  /** The list at {@code path} contains all {@code values}. */
  static Judge contains(String path, String... values) {
    return any(
        given(path, value -> value instanceof List<?> list && list.containsAll(List.of(values))),
        (graph, node) -> hasUntold(node, path) ? Answer.UNKNOWN : Answer.NO);
  }

  /** What {@code judge} says, or {@code otherwise} where the input is not there. */
  static Judge ifGiven(String path, Judge judge, Answer otherwise) {
    return (graph, node) -> input(node, path).isEmpty() ? otherwise : judge.of(graph, node);
  }

  static Judge not(Judge judge) {
    return (graph, node) -> judge.of(graph, node).not();
  }

  static Judge all(Judge... judges) {
    return (graph, node) -> Answer.all(Stream.of(judges).map(judge -> judge.of(graph, node)));
  }

  static Judge any(Judge... judges) {
    return (graph, node) -> Answer.any(Stream.of(judges).map(judge -> judge.of(graph, node)));
  }

  /** The input at {@code path}; {@link #NOT_YET_KNOWN} where it, or what it is part of, is that. */
  static Optional<Object> input(ResourceNode node, String path) {
    return isInsideUntold(node, path) ? Optional.of(NOT_YET_KNOWN) : node.input(path);
  }

  /** Whether there is a list at {@code path} of which an element is not told. */
  static boolean hasUntold(ResourceNode node, String path) {
    return input(node, path)
        .filter(value -> value instanceof List<?> list && list.contains(NOT_YET_KNOWN))
        .isPresent();
  }

  /** The paths of the elements of a list, such as {@code rules[0]}; of one, if it is not told. */
  static List<String> elements(ResourceNode node, String path) {
    int count =
        input(node, path).map(value -> value instanceof List<?> list ? list.size() : 1).orElse(0);
    return IntStream.range(0, count).mapToObj(index -> path + "[" + index + "]").toList();
  }

  private static boolean isInsideUntold(ResourceNode node, String path) {
    return STEP.matcher(path)
        .results()
        .anyMatch(
            step ->
                node.input(path.substring(0, step.start())).stream()
                    .anyMatch(NOT_YET_KNOWN::equals));
  }

  private static Answer holds(Predicate<Object> wanted, Object value) {
    try {
      return Answer.of(wanted.test(value));
    } catch (NumberFormatException notANumber) {
      return Answer.UNKNOWN;
    }
  }
}
