package dev.mainstay.facts;

import java.util.Optional;

/** The maximum number of connections of a database without such a parameter. */
public final class DatabaseConnections {
  /** {@code LEAST({DBInstanceClassMemory/9531392},5000)}, the default of RDS for PostgreSQL. */
  private static final int BYTES_EACH = 9_531_392;

  private static final int MOST = 5_000;

  /**
   * The share of the memory that the formula uses, without the memory of the operating system and
   * RDS. Measured values are 72 to 78 % at 1 GiB and 94 % at 16 GiB. These values are lower.
   */
  private static final int SMALL_BELOW_GIB = 4;

  private static final int PERCENT_OF_SMALL = 70;
  private static final int PERCENT_OF_OTHERS = 85;

  private DatabaseConnections() {}

  /**
   * The number of connections that an instance class certainly permits; empty if its memory is not
   * known.
   */
  public static Optional<Integer> of(String instanceClass) {
    return DatabaseClass.named(instanceClass).map(type -> dependable(type.memoryGib()));
  }

  private static int dependable(double memoryGib) {
    long nominal = Math.min((long) (memoryGib * (1L << 30)) / BYTES_EACH, MOST);
    int percent = memoryGib < SMALL_BELOW_GIB ? PERCENT_OF_SMALL : PERCENT_OF_OTHERS;
    return (int) (nominal * percent / 100);
  }
}
