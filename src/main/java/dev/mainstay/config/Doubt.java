package dev.mainstay.config;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a configuration is warned of: unlike a {@link Rule}, it refuses nothing. The tables of AWS
 * facts grow old, and a new instance type must never block anyone.
 *
 * @param <A> the args class, or the whole stack's configuration
 * @param key the key whose value is doubted
 * @param given that value
 * @param text what is not known of it, or what it may lead to
 * @param applies whether there is reason for the doubt
 */
public record Doubt<A>(String key, Function<A, ?> given, String text, Predicate<A> applies) {
  /** All warnings that {@code args} give reason for. */
  public static <A> List<Warning> warnings(List<Doubt<A>> doubts, A args) {
    return doubts.stream()
        .filter(doubt -> doubt.applies.test(args))
        .map(doubt -> new Warning(doubt.key, "is " + doubt.shown(args) + "; " + doubt.text))
        .toList();
  }

  private String shown(A args) {
    return Problem.show(given.apply(args));
  }
}
