package dev.mainstay.resilience.model;

import javax.annotation.Nullable;

/**
 * For how long requests fail, some or all of them.
 *
 * @param minSeconds null if no figure is known at all
 * @param maxSeconds null if nobody has published an upper figure, or there is none
 */
public record Interruption(@Nullable Long minSeconds, @Nullable Long maxSeconds) {
  public static final Interruption NONE = between(0, 0);
  public static final Interruption UNKNOWN = new Interruption(null, null);

  public static Interruption between(long minSeconds, long maxSeconds) {
    return new Interruption(minSeconds, maxSeconds);
  }

  public static Interruption atLeast(long minSeconds) {
    return new Interruption(minSeconds, null);
  }

  /** Both at once: the service is whole again when the slower one is over. */
  public Interruption alongside(Interruption other) {
    if (equals(NONE) || other.equals(NONE)) {
      return equals(NONE) ? other : this;
    }
    return new Interruption(
        later(minSeconds, other.minSeconds),
        maxSeconds == null || other.maxSeconds == null
            ? null
            : later(maxSeconds, other.maxSeconds));
  }

  private static Long later(@Nullable Long one, @Nullable Long other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return Math.max(one, other);
  }

  /** Such as {@code 60 to 120 s}. */
  public String text() {
    if (minSeconds == null) {
      return "not known";
    }
    if (maxSeconds == null) {
      return "at least %d s".formatted(minSeconds);
    }
    if (maxSeconds == 0) {
      return "none";
    }
    return minSeconds.equals(maxSeconds)
        ? "%d s".formatted(maxSeconds)
        : "%d to %d s".formatted(minSeconds, maxSeconds);
  }
}
