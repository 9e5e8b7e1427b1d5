package dev.mainstay.config;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A warning about a value. Unlike a {@link Rule} it refuses nothing. AWS changes its offers after a
 * release, and an outdated table must not block a deployment.
 *
 * @param <A> the args class, or the configuration of the whole stack
 * @param key the key whose value is in doubt
 * @param given that value
 * @param text what is unknown or at risk, for the documentation
 * @param applies whether the warning applies
 * @param message {@code text} in detail, with the given values
 */
public record Doubt<A>(
    String key,
    Function<A, ?> given,
    String text,
    Predicate<A> applies,
    Function<A, String> message) {

  /** A value that no table of this release contains. */
  public static final String UNKNOWN = "unknown to this release, so not checked";

  /** A doubt whose message is its text. */
  public Doubt(String key, Function<A, ?> given, String text, Predicate<A> applies) {
    this(key, given, text, applies, args -> text);
  }

  /** The same doubt, with a message for the values at hand. */
  public Doubt<A> saying(Function<A, String> detail) {
    return new Doubt<>(key, given, text, applies, detail);
  }

  /** The warnings that apply to {@code args}. */
  public static <A> List<Warning> warnings(List<Doubt<A>> doubts, A args) {
    return doubts.stream()
        .filter(doubt -> doubt.applies.test(args))
        .map(doubt -> new Warning(doubt.key, doubt.sentence(args)))
        .toList();
  }

  private String sentence(A args) {
    return "is %s; %s".formatted(Problem.show(given.apply(args)), message.apply(args));
  }
}
