package dev.mainstay.operations;

import java.util.Map;
import java.util.TreeMap;

/**
 * Alarms on the number, the health and the load of the web servers.
 *
 * <p><a
 * href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html">AWS
 * recommends</a> a comparison of the capacity in service with the desired capacity. Durations and
 * other thresholds are this project's own choice.
 */
final class FleetAlarms {
  /** Above the targets of scaling: it is too slow or has reached its maximum. */
  private static final double BUSY_PERCENT = 90;

  private static final int BUSY_MINUTES = 15;

  /** The reporting interval of EC2 without detailed monitoring. */
  private static final int FIVE_MINUTES_SECONDS = 300;

  private static final int MINUTES_BEYOND_BOOT = 10;
  private static final int SECONDS_PER_MINUTE = 60;

  private FleetAlarms() {}

  static void of(Alarms alarms, Metrics metrics, OperationsArgs args) {
    alarms.watch(
        "servers-cpu",
        "Web servers have high CPU utilization in spite of scaling",
        metrics.servers("CPUUtilization", "Average"),
        Threshold.above(BUSY_PERCENT).every(FIVE_MINUTES_SECONDS).forMinutes(BUSY_MINUTES));
    alarms.watch(
        "servers-status",
        "A web server or its host fails EC2 status checks",
        metrics.servers("StatusCheckFailed", "Maximum"),
        Threshold.above(0).forMinutes(5).silenceIsGood());
    alarms.compute(
        "servers-missing",
        "Fewer web servers than desired are in service for longer than a boot takes",
        "wanted - running",
        new TreeMap<>(
            Map.of(
                "wanted", metrics.group("GroupDesiredCapacity", "Average"),
                "running", metrics.group("GroupInServiceInstances", "Average"))),
        Threshold.above(0)
            .forMinutes(args.webBootSeconds() / SECONDS_PER_MINUTE + MINUTES_BEYOND_BOOT));
  }
}
