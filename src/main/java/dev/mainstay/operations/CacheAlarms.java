package dev.mainstay.operations;

/**
 * Alarms on the capacity of each cache node and on replication lag.
 *
 * <p>Metrics, durations and the CPU threshold are those of <a
 * href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html">AWS's
 * recommended alarms</a>. AWS states no other thresholds; those and the alarm on evictions are this
 * project's own choice.
 */
final class CacheAlarms {
  private static final double BUSY_PERCENT = 90;
  private static final double FULL_PERCENT = 80;
  private static final double LAG_SECONDS = 30;

  private CacheAlarms() {}

  static void of(Alarms alarms, Metrics metrics, OperationsArgs args) {
    for (int number = 1; number <= args.cacheNodes; number++) {
      String node = "cache-%d-".formatted(number);
      String subject = "Cache node %d ".formatted(number);
      alarms.watch(
          node + "cpu",
          subject + "has high CPU utilization",
          metrics.cacheNode(number, "EngineCPUUtilization", "Average"),
          Threshold.above(BUSY_PERCENT).forMinutes(5));
      alarms.watch(
          node + "memory",
          subject + "is almost full",
          metrics.cacheNode(number, "DatabaseMemoryUsagePercentage", "Average"),
          Threshold.above(FULL_PERCENT).forMinutes(5));
      alarms.watch(
          node + "evictions",
          subject + "evicts unexpired keys because its memory is full",
          metrics.cacheNode(number, "Evictions", "Sum"),
          Threshold.above(0).forMinutes(15).silenceIsGood());
      if (args.cacheNodes > 1) {
        // For every node, since a failover changes which node is the replica.
        alarms.watch(
            node + "lag",
            subject + "is more than 30 seconds behind the primary",
            metrics.cacheNode(number, "ReplicationLag", "Average"),
            Threshold.above(LAG_SECONDS).forMinutes(15).silenceIsGood());
      }
    }
  }
}
