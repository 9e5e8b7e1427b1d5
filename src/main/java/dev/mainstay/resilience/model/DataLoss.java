package dev.mainstay.resilience.model;

import java.util.Comparator;
import java.util.function.BinaryOperator;

/**
 * What the database has lost when the service is back. Caches hold copies and do not count.
 *
 * @param extent how much
 * @param seconds with {@link Extent#WINDOW}, how far back the last recoverable write may lie
 */
public record DataLoss(Extent extent, long seconds) {
  public static final DataLoss NONE = new DataLoss(Extent.NONE, 0);
  public static final DataLoss UNKNOWN = new DataLoss(Extent.UNKNOWN, 0);
  public static final DataLoss ALL = new DataLoss(Extent.ALL, 0);

  private static final Comparator<DataLoss> FROM_BEST_TO_WORST =
      Comparator.comparing(DataLoss::extent).thenComparing(DataLoss::seconds);

  /** From best to worst. */
  public enum Extent {
    NONE,
    WINDOW,
    UNKNOWN,
    ALL
  }

  public static DataLoss lastSeconds(long seconds) {
    return new DataLoss(Extent.WINDOW, seconds);
  }

  public DataLoss worse(DataLoss other) {
    return BinaryOperator.maxBy(FROM_BEST_TO_WORST).apply(this, other);
  }

  /** Such as {@code up to 300 s}. */
  public String text() {
    return switch (extent) {
      case NONE -> "none";
      case WINDOW -> "up to %d s".formatted(seconds);
      case UNKNOWN -> "not known";
      case ALL -> "everything";
    };
  }
}
