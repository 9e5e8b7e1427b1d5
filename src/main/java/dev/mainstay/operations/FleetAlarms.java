package dev.mainstay.operations;

import java.util.Map;
import java.util.TreeMap;

/**
 * Whether the web servers keep up: launched as wanted, running, and not overloaded.
 *
 * <p><a
 * href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html">AWS
 * recommends</a> to compare the capacity in service with what is desired; how long to wait, and the
 * other thresholds, are this project's own judgement.
 */
final class FleetAlarms {
  /** Scaling aims well below, so that it does not keep up, or has reached its maximum. */
  private static final double BUSY_PERCENT = 90;

  private static final int BUSY_MINUTES = 15;

  /** Without detailed monitoring, EC2 reports only that often. */
  private static final int FIVE_MINUTES_SECONDS = 300;

  private static final int MINUTES_BEYOND_BOOT = 10;
  private static final int SECONDS_PER_MINUTE = 60;

  private FleetAlarms() {}

  static void of(Alarms alarms, Metrics metrics, OperationsArgs args) {
    alarms.watch(
        "servers-cpu",
        "Web servers are overloaded, and more of them did not help",
        metrics.servers("CPUUtilization", "Average"),
        Threshold.above(BUSY_PERCENT).every(FIVE_MINUTES_SECONDS).forMinutes(BUSY_MINUTES));
    alarms.watch(
        "servers-status",
        "A web server, or the hardware below it, fails its status checks",
        metrics.servers("StatusCheckFailed", "Maximum"),
        Threshold.above(0).forMinutes(5).silenceIsGood());
    alarms.compute(
        "servers-missing",
        "Fewer web servers are in service than wanted, for longer than one takes to boot",
        "wanted - running",
        new TreeMap<>(
            Map.of(
                "wanted", metrics.group("GroupDesiredCapacity", "Average"),
                "running", metrics.group("GroupInServiceInstances", "Average"))),
        Threshold.above(0)
            .forMinutes(args.webBootSeconds() / SECONDS_PER_MINUTE + MINUTES_BEYOND_BOOT));
  }
}
