package dev.mainstay.operations;

import com.pulumi.aws.cloudwatch.MetricAlarm;
import com.pulumi.aws.cloudwatch.MetricAlarmArgs;
import com.pulumi.aws.cloudwatch.inputs.MetricAlarmMetricQueryArgs;
import com.pulumi.aws.cloudwatch.inputs.MetricAlarmMetricQueryMetricArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.mainstay.config.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/** The alarms of a stack. Each notifies the same topic when it starts and when it ends. */
final class Alarms {
  private final String operations;
  private final OperationsArgs args;
  private final Output<String> topicArn;
  private final CustomResourceOptions child;
  private final List<Output<String>> arns = new ArrayList<>();

  Alarms(
      String operations,
      OperationsArgs args,
      Output<String> topicArn,
      CustomResourceOptions child) {
    this.operations = operations;
    this.args = args;
    this.topicArn = topicArn;
    this.child = child;
  }

  /** An alarm on one metric. */
  void watch(String suffix, String description, Metric metric, Threshold threshold) {
    var alarm =
        MetricAlarmArgs.builder()
            .namespace(metric.namespace())
            .metricName(metric.name())
            .dimensions(metric.dimensions())
            .period(threshold.periodSeconds());
    if (metric.isPercentile()) {
      // With few requests a percentile is one slow request.
      alarm.extendedStatistic(metric.statistic()).evaluateLowSampleCountPercentiles("ignore");
    } else {
      alarm.statistic(metric.statistic());
    }
    add(suffix, description, alarm, threshold);
  }

  /**
   * An alarm on an expression over several metrics; the names in the expression are the keys of the
   * map.
   */
  void compute(
      String suffix,
      String description,
      String expression,
      SortedMap<String, Metric> metrics,
      Threshold threshold) {
    var result =
        MetricAlarmMetricQueryArgs.builder()
            .id("result")
            .label(description)
            .expression(expression)
            .returnData(true)
            .build();
    var inputs =
        metrics.entrySet().stream()
            .map(entry -> query(entry.getKey(), entry.getValue(), threshold.periodSeconds()));
    add(
        suffix,
        description,
        MetricAlarmArgs.builder().metricQueries(Stream.concat(inputs, Stream.of(result)).toList()),
        threshold);
  }

  /** The ARNs of all alarms so far, in the order of creation. */
  Output<List<String>> arns() {
    return Output.all(arns);
  }

  private void add(
      String suffix, String description, MetricAlarmArgs.Builder alarm, Threshold threshold) {
    String name = operations + "-" + suffix;
    Output<List<String>> told = topicArn.applyValue(List::of);
    arns.add(
        new MetricAlarm(
                name,
                alarm
                    .alarmDescription(description)
                    .comparisonOperator(threshold.comparison())
                    .threshold(threshold.limit())
                    .evaluationPeriods(threshold.periods())
                    .datapointsToAlarm(threshold.periods())
                    .treatMissingData(threshold.missingData())
                    .actionsEnabled(true)
                    .alarmActions(told)
                    .okActions(told)
                    .tags(Tags.named(args.tags, name))
                    .build(),
                child)
            .arn());
  }

  private static MetricAlarmMetricQueryArgs query(String id, Metric metric, int periodSeconds) {
    return MetricAlarmMetricQueryArgs.builder()
        .id(id)
        .metric(
            MetricAlarmMetricQueryMetricArgs.builder()
                .namespace(metric.namespace())
                .metricName(metric.name())
                .dimensions(metric.dimensions())
                .stat(metric.statistic())
                .period(periodSeconds)
                .build())
        .returnData(false)
        .build();
  }
}
