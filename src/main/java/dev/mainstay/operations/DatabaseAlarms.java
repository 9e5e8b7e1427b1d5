package dev.mainstay.operations;

import dev.mainstay.facts.DatabaseClass;

/**
 * Whether the database has room left: processor, storage, memory, connections, transaction ids, and
 * replicas that follow.
 *
 * <p>Thresholds and durations are those of <a
 * href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html#RDS">AWS's
 * recommended alarms</a>, unless a comment says otherwise.
 */
final class DatabaseAlarms {
  private static final double BUSY_PERCENT = 90;
  private static final double FREE_STORAGE_SHARE = 0.1;

  /**
   * AWS calls a quarter ideal and leaves the choice open. PostgreSQL keeps less than that free on
   * small classes even when it is idle, so ours is lower.
   */
  private static final double FREE_MEMORY_SHARE = 0.1;

  /**
   * AWS recommends nine tenths of the maximum. What can be known of the maximum beforehand is an
   * upper bound, as RDS keeps some of the memory for itself, so ours is lower.
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
        "The processor of the database is busy",
        metrics.database("CPUUtilization", "Average"),
        Threshold.above(BUSY_PERCENT).forMinutes(5));
    alarms.watch(
        "database-storage",
        "The database has less than a tenth of its storage left",
        metrics.database("FreeStorageSpace", "Minimum"),
        Threshold.below(args.databaseStorageGib * GIB_BYTES * FREE_STORAGE_SHARE).forMinutes(5));
    alarms.watch(
        "database-memory",
        "The database has less than a tenth of its memory left",
        metrics.database("FreeableMemory", "Average"),
        Threshold.below(memoryBytes(args) * FREE_MEMORY_SHARE).forMinutes(15));
    alarms.watch(
        "database-connections",
        "The database is close to the most connections it takes",
        metrics.database("DatabaseConnections", "Average"),
        Threshold.above(mostConnections(args) * CONNECTIONS_SHARE).forMinutes(5));
    alarms.watch(
        "database-transaction-ids",
        "Vacuuming does not keep up: without transaction ids, the database stops taking writes",
        metrics.database("MaximumUsedTransactionIDs", "Average"),
        Threshold.above(TRANSACTION_IDS));
    for (int number = 1; number <= args.replicas(); number++) {
      alarms.watch(
          "replica-%d-lag".formatted(number),
          "Read replica %d is more than a minute behind the database".formatted(number),
          metrics.replica(number, "ReplicaLag", "Maximum"),
          Threshold.above(LAG_SECONDS).forMinutes(10));
    }
  }

  /** Of a class that is not known: of the smallest there is, so that no alarm is false. */
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
