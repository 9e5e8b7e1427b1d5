package dev.mainstay.operations;

import java.util.Map;
import java.util.TreeMap;

/**
 * What visitors would notice: errors, slowness, no server, a certificate that runs out.
 *
 * <p>AWS recommends no thresholds for load balancers, so those are this project's own judgement.
 * The one for the certificate is from <a
 * href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html">AWS's
 * recommended alarms</a>.
 */
final class EdgeAlarms {
  private static final double ERROR_PERCENT = 5;

  /** Below that many requests a minute, a share of errors says nothing. */
  private static final int FEWEST_REQUESTS = 20;

  private static final double FAILED_BY_LOAD_BALANCER = 10;
  private static final double SLOW_SECONDS = 2;
  private static final int MINUTES = 5;

  /**
   * A server that is still booting counts as unhealthy; one that should have booted long ago too.
   */
  private static final int MINUTES_BEYOND_BOOT = 5;

  private static final int SECONDS_PER_MINUTE = 60;
  private static final int DAY_SECONDS = 24 * 60 * SECONDS_PER_MINUTE;

  /** ACM renews 60 days ahead; then it has failed to for more than two weeks. */
  private static final double DAYS_LEFT = 44;

  private EdgeAlarms() {}

  static void of(Alarms alarms, Metrics metrics, OperationsArgs args) {
    alarms.watch(
        "no-healthy-server",
        "No web server is healthy: the site is down",
        metrics.targets("HealthyHostCount", "Maximum"),
        Threshold.below(1).forMinutes(2).silenceIsBad());
    alarms.watch(
        "unhealthy-servers",
        "A web server has been unhealthy for longer than one takes to boot",
        metrics.targets("UnHealthyHostCount", "Maximum"),
        Threshold.above(0)
            .forMinutes(args.webBootSeconds() / SECONDS_PER_MINUTE + MINUTES_BEYOND_BOOT)
            .silenceIsGood());
    alarms.compute(
        "server-errors",
        "Web servers answer with errors (5xx)",
        "IF(requests >= %d, 100 * FILL(errors, 0) / requests, 0)".formatted(FEWEST_REQUESTS),
        new TreeMap<>(
            Map.of(
                "errors", metrics.targets("HTTPCode_Target_5XX_Count", "Sum"),
                "requests", metrics.targets("RequestCount", "Sum"))),
        Threshold.above(ERROR_PERCENT).forMinutes(MINUTES).silenceIsGood());
    alarms.watch(
        "load-balancer-errors",
        "The load balancer itself answers with errors (5xx): it finds no server, or none in time",
        metrics.loadBalancer("HTTPCode_ELB_5XX_Count", "Sum"),
        Threshold.above(FAILED_BY_LOAD_BALANCER).forMinutes(MINUTES).silenceIsGood());
    alarms.watch(
        "slow-responses",
        "One request in twenty takes web servers longer than 2 seconds",
        metrics.targets("TargetResponseTime", "p95"),
        Threshold.above(SLOW_SECONDS).forMinutes(MINUTES).silenceIsGood());
    if (args.certificateArn != null) {
      alarms.watch(
          "certificate-expiry",
          "The certificate runs out in six weeks and was not renewed",
          metrics.certificate("DaysToExpiry", "Minimum", args.certificateArn),
          Threshold.atMost(DAYS_LEFT).every(DAY_SECONDS));
    }
  }
}
