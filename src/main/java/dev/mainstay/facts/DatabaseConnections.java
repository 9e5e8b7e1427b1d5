package dev.mainstay.facts;

import java.util.Optional;

/** How many connections a database lets in when its parameters say nothing of it. */
public final class DatabaseConnections {
  /** {@code LEAST({DBInstanceClassMemory/9531392},5000)}, the default of RDS for PostgreSQL. */
  private static final int BYTES_EACH = 9_531_392;

  private static final int MOST = 5_000;

  /**
   * What the class's memory is, less what the operating system and RDS take of it: measured values
   * are 72 to 78 % of the formula's at 1 GiB and 94 % at 16 GiB; these stay below.
   */
  private static final int SMALL_BELOW_GIB = 4;

  private static final int PERCENT_OF_SMALL = 70;
  private static final int PERCENT_OF_OTHERS = 85;

  private DatabaseConnections() {}

  /** What can be counted on with an instance class; empty if its memory is not known. */
  public static Optional<Integer> of(String instanceClass) {
    return DatabaseClass.named(instanceClass).map(type -> dependable(type.memoryGib()));
  }

  private static int dependable(double memoryGib) {
    long nominal = Math.min((long) (memoryGib * (1L << 30)) / BYTES_EACH, MOST);
    int percent = memoryGib < SMALL_BELOW_GIB ? PERCENT_OF_SMALL : PERCENT_OF_OTHERS;
    return (int) (nominal * percent / 100);
  }
}
