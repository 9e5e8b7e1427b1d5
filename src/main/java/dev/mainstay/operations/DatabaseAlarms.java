package dev.mainstay.operations;

import dev.mainstay.facts.DatabaseClass;

/**
 * Alarms on the capacity of the database: CPU, storage, memory, connections, transaction ids and
 * replication lag.
 *
 * <p>Thresholds and durations are those of <a
 * href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html#RDS">AWS's
 * recommended alarms</a>, unless a comment says otherwise.
 */
final class DatabaseAlarms {
  private static final double BUSY_PERCENT = 90;
  private static final double FREE_STORAGE_SHARE = 0.1;

  /**
   * AWS calls 25 % ideal and states no threshold. On small classes an idle PostgreSQL has less free
   * memory, so this threshold is lower.
   */
  private static final double FREE_MEMORY_SHARE = 0.1;

  /**
   * AWS recommends 90 % of the maximum. The maximum known here is an upper bound, since RDS uses
   * part of the memory, so this threshold is lower.
   */
  private static final double CONNECTIONS_SHARE = 0.8;

  /**
   * The default of max_connections:
   * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html#RDS_Limits.MaxConnections
   */
  private static final double BYTES_PER_CONNECTION = 9_531_392;

  private static final double MOST_CONNECTIONS = 5_000;

  private static final double TRANSACTION_IDS = 1e9;
  private static final double LAG_SECONDS = 60;
  private static final double GIB_BYTES = 1024 * 1024 * 1024;

  private DatabaseAlarms() {}

  static void of(Alarms alarms, Metrics metrics, OperationsArgs args) {
    alarms.watch(
        "database-cpu",
        "The database has high CPU utilization",
        metrics.database("CPUUtilization", "Average"),
        Threshold.above(BUSY_PERCENT).forMinutes(5));
    alarms.watch(
        "database-storage",
        "The database has less than 10 % of its storage free",
        metrics.database("FreeStorageSpace", "Minimum"),
        Threshold.below(args.databaseStorageGib * GIB_BYTES * FREE_STORAGE_SHARE).forMinutes(5));
    alarms.watch(
        "database-memory",
        "The database has less than 10 % of its memory free",
        metrics.database("FreeableMemory", "Average"),
        Threshold.below(memoryBytes(args) * FREE_MEMORY_SHARE).forMinutes(15));
    alarms.watch(
        "database-connections",
        "The database is close to its maximum number of connections",
        metrics.database("DatabaseConnections", "Average"),
        Threshold.above(mostConnections(args) * CONNECTIONS_SHARE).forMinutes(5));
    alarms.watch(
        "database-transaction-ids",
        "Vacuum falls behind; the database rejects writes once its transaction ids are used up",
        metrics.database("MaximumUsedTransactionIDs", "Average"),
        Threshold.above(TRANSACTION_IDS));
    for (int number = 1; number <= args.replicas(); number++) {
      alarms.watch(
          "replica-%d-lag".formatted(number),
          "Read replica %d is more than 60 seconds behind the primary".formatted(number),
          metrics.replica(number, "ReplicaLag", "Maximum"),
          Threshold.above(LAG_SECONDS).forMinutes(10));
    }
  }

  /** For an unknown class the smallest memory of all, so that no alarm is false. */
  private static double memoryBytes(OperationsArgs args) {
    return GIB_BYTES
        * DatabaseClass.named(args.databaseClass).map(DatabaseClass::memoryGib).orElse(1.0);
  }

  private static double mostConnections(OperationsArgs args) {
    return DatabaseClass.named(args.databaseClass)
        .map(known -> known.memoryGib() * GIB_BYTES / BYTES_PER_CONNECTION)
        .filter(connections -> connections < MOST_CONNECTIONS)
        .map(Math::floor)
        .orElse(MOST_CONNECTIONS);
  }
}
