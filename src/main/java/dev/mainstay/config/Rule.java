package dev.mainstay.config;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One rule for a configuration: the key, what is allowed, and the check.
 *
 * @param <A> the args class, or the configuration of the whole stack
 * @param key the key whose value breaks the rule
 * @param allowed what is allowed, in words that follow "allowed:"
 * @param broken the values that break the rule, as reported; empty if it holds
 * @param advice how to correct it: a nearest valid value, or another key to change; may be null
 */
public record Rule<A>(
    String key, String allowed, Function<A, List<?>> broken, Function<A, String> advice) {

  /** The value of {@code key} is valid if {@code holds} is true of the args. */
  public static <A> Rule<A> of(
      String key, Function<A, ?> given, String allowed, Predicate<A> holds) {
    return new Rule<>(
        key,
        allowed,
        args -> holds.test(args) ? List.of() : shown(given.apply(args)),
        args -> null);
  }

  /** Each element of the list under {@code key} is valid if {@code holds} is true of it. */
  public static <A, E> Rule<A> each(
      String key, Function<A, List<E>> elements, String allowed, Predicate<E> holds) {
    return new Rule<>(
        key,
        allowed,
        args -> elements.apply(args).stream().filter(holds.negate()).map(Problem::show).toList(),
        args -> null);
  }

  /** The value of {@code key} is one of {@code values}. */
  public static <A> Rule<A> oneOf(String key, Function<A, String> given, List<String> values) {
    return Rule.<A>of(
            key, given, String.join(", ", values), args -> values.contains(given.apply(args)))
        .advising(
            args ->
                Nearest.to(given.apply(args), values)
                    .map("did you mean %s?"::formatted)
                    .orElse(null));
  }

  /** The number under {@code key} lies within both bounds, if it is set at all. */
  public static <A> Rule<A> range(
      String key, Function<A, Integer> given, int min, int max, String unit) {
    return of(
        key,
        given,
        "%d to %d%s".formatted(min, max, unit.isEmpty() ? "" : " (" + unit + ")"),
        args -> {
          Integer value = given.apply(args);
          return value == null || (value >= min && value <= max);
        });
  }

  /** The same rule, with advice at the end of its message. */
  public Rule<A> advising(Function<A, String> text) {
    return new Rule<>(key, allowed, broken, text);
  }

  /** The problems of {@code args} with {@code rules}. */
  public static <A> List<Problem> check(List<Rule<A>> rules, A args) {
    return rules.stream().flatMap(rule -> rule.problems(args).stream()).toList();
  }

  private List<Problem> problems(A args) {
    String tip = broken.apply(args).isEmpty() ? null : advice.apply(args);
    String tail = tip == null ? "" : "; " + tip;
    return broken.apply(args).stream()
        .map(given -> new Problem(key, "is %s; allowed: %s%s".formatted(given, allowed, tail)))
        .toList();
  }

  private static List<?> shown(Object value) {
    return List.of(Problem.show(value));
  }
}
