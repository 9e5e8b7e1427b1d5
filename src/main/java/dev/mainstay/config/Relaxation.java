package dev.mainstay.config;

import java.util.List;
import java.util.function.Predicate;

/**
 * A setting that is less secure or less available than the default and so requires a waiver.
 *
 * @param key the configuration key, such as {@code database.multiAz}
 * @param effect the consequence, in a few words
 */
public record Relaxation(String key, String effect) {
  /** The same relaxation, seen from the section that holds the key. */
  public Relaxation under(String section) {
    return new Relaxation(section + key, effect);
  }

  /**
   * A relaxation that applies to some configurations.
   *
   * @param <A> the args class
   * @param applies whether the args make it
   */
  public record Possible<A>(String key, String effect, Predicate<A> applies) {}

  /** All relaxations that {@code args} make. */
  public static <A> List<Relaxation> of(List<Possible<A>> possible, A args) {
    return possible.stream()
        .filter(each -> each.applies.test(args))
        .map(each -> new Relaxation(each.key, each.effect))
        .toList();
  }
}
