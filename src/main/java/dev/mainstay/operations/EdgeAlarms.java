package dev.mainstay.operations;

import java.util.Map;
import java.util.TreeMap;

/**
 * Alarms on what clients notice: errors, slow responses, no healthy server, an expiring
 * certificate.
 *
 * <p>AWS recommends no thresholds for load balancers, so those are this project's own choice. Its
 * recommended alarm for certificates at 44 days assumes a life of 395 days, of which ACM renews the
 * last 60. Shorter lives leave less time, so the threshold here is 10 % of the life.
 */
final class EdgeAlarms {
  private static final double ERROR_PERCENT = 5;

  /** With fewer requests per minute an error rate is not meaningful. */
  private static final int FEWEST_REQUESTS = 20;

  private static final double FAILED_BY_LOAD_BALANCER = 10;
  private static final double SLOW_SECONDS = 2;
  private static final int MINUTES = 5;

  /** A booting server counts as unhealthy, so the alarm waits for longer than a boot. */
  private static final int MINUTES_BEYOND_BOOT = 5;

  private static final int SECONDS_PER_MINUTE = 60;
  private static final int DAY_SECONDS = 24 * 60 * SECONDS_PER_MINUTE;

  private EdgeAlarms() {}

  static void of(Alarms alarms, Metrics metrics, OperationsArgs args) {
    alarms.watch(
        "no-healthy-server",
        "No web server is healthy: the site is down",
        metrics.targets("HealthyHostCount", "Maximum"),
        Threshold.below(1).forMinutes(2).silenceIsBad());
    alarms.watch(
        "unhealthy-servers",
        "A web server has been unhealthy for longer than a boot takes",
        metrics.targets("UnHealthyHostCount", "Maximum"),
        Threshold.above(0)
            .forMinutes(args.webBootSeconds() / SECONDS_PER_MINUTE + MINUTES_BEYOND_BOOT)
            .silenceIsGood());
    alarms.compute(
        "server-errors",
        "Web servers return errors (5xx)",
        "IF(requests >= %d, 100 * FILL(errors, 0) / requests, 0)".formatted(FEWEST_REQUESTS),
        new TreeMap<>(
            Map.of(
                "errors", metrics.targets("HTTPCode_Target_5XX_Count", "Sum"),
                "requests", metrics.targets("RequestCount", "Sum"))),
        Threshold.above(ERROR_PERCENT).forMinutes(MINUTES).silenceIsGood());
    alarms.watch(
        "load-balancer-errors",
        "The load balancer returns errors (5xx): no healthy server, or a timeout",
        metrics.loadBalancer("HTTPCode_ELB_5XX_Count", "Sum"),
        Threshold.above(FAILED_BY_LOAD_BALANCER).forMinutes(MINUTES).silenceIsGood());
    alarms.watch(
        "slow-responses",
        "5 % of the requests take longer than 2 seconds",
        metrics.targets("TargetResponseTime", "p95"),
        Threshold.above(SLOW_SECONDS).forMinutes(MINUTES).silenceIsGood());
    if (args.certificateArn != null) {
      alarms.watch(
          "certificate-expiry",
          "The certificate expires within %d days; ACM has not renewed it"
              .formatted(args.certificateAlarmDays()),
          metrics.certificate("DaysToExpiry", "Minimum", args.certificateArn),
          Threshold.atMost(args.certificateAlarmDays()).every(DAY_SECONDS));
    }
  }
}
