package dev.mainstay.web;

import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.aws.cloudwatch.inputs.MetricAlarmMetricQueryArgs;
import com.pulumi.aws.cloudwatch.inputs.MetricAlarmMetricQueryMetricArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.mainstay.config.Tags;
import java.util.List;
import java.util.Map;

/**
 * The alarms that stop an instance refresh and roll it back: too few healthy servers, or too many
 * errors.
 *
 * <p>The number of unhealthy servers is no criterion, since each new server is unhealthy at boot.
 */
final class RollbackAlarms {
  private static final String NAMESPACE = "AWS/ApplicationELB";
  private static final int PERIOD_SECONDS = 60;
  private static final int MINUTES = 3;
  private static final double ERROR_PERCENT = 5;

  /** With fewer requests per minute an error rate is not meaningful. */
  private static final int FEWEST_REQUESTS = 20;

  private final String fleet;
  private final WebFleetArgs args;
  private final CustomResourceOptions child;

  private RollbackAlarms(String fleet, WebFleetArgs args, CustomResourceOptions child) {
    this.fleet = fleet;
    this.args = args;
    this.child = child;
  }

  /** The names of the alarms. */
  static List<Output<String>> of(String fleet, WebFleetArgs args, CustomResourceOptions child) {
    var alarms = new RollbackAlarms(fleet, args, child);
    return List.of(alarms.tooFewHealthy().name(), alarms.tooManyErrors().name());
  }

  private MetricAlarm tooFewHealthy() {
    String name = fleet + "-too-few-healthy";
    return new MetricAlarm(
        name,
        alarm(name)
            .alarmDescription("Fewer healthy web servers than required")
            .namespace(NAMESPACE)
            .metricName("HealthyHostCount")
            .dimensions(dimensions())
            .statistic("Minimum")
            .period(PERIOD_SECONDS)
            .comparisonOperator("LessThanThreshold")
            .threshold((double) args.requiredInstances())
            .build(),
        child);
  }

  private MetricAlarm tooManyErrors() {
    String name = fleet + "-too-many-errors";
    return new MetricAlarm(
        name,
        alarm(name)
            .alarmDescription("Web servers return errors (5xx)")
            .metricQueries(
                sum("errors", "HTTPCode_Target_5XX_Count"),
                sum("requests", "RequestCount"),
                MetricAlarmMetricQueryArgs.builder()
                    .id("share")
                    .label("Error rate (%)")
                    .expression(
                        "IF(requests >= %d, 100 * FILL(errors, 0) / requests, 0)"
                            .formatted(FEWEST_REQUESTS))
                    .returnData(true)
                    .build())
            .comparisonOperator("GreaterThanThreshold")
            .threshold(ERROR_PERCENT)
            .build(),
        child);
  }

  private MetricAlarmArgs.Builder alarm(String name) {
    return MetricAlarmArgs.builder()
        .evaluationPeriods(MINUTES)
        .datapointsToAlarm(MINUTES)
        // A new stack has no data yet, and Auto Scaling starts no refresh during an alarm.
        .treatMissingData("notBreaching")
        .tags(Tags.named(args.tags, name));
  }

  private MetricAlarmMetricQueryArgs sum(String id, String metric) {
    return MetricAlarmMetricQueryArgs.builder()
        .id(id)
        .metric(
            MetricAlarmMetricQueryMetricArgs.builder()
                .namespace(NAMESPACE)
                .metricName(metric)
                .dimensions(dimensions())
                .stat("Sum")
                .period(PERIOD_SECONDS)
                .build())
        .returnData(false)
        .build();
  }

  private Output<Map<String, String>> dimensions() {
    return Output.tuple(args.loadBalancerArnSuffix, args.targetGroupArnSuffix)
        .applyValue(suffixes -> Map.of("LoadBalancer", suffixes.t1, "TargetGroup", suffixes.t2));
  }
}
