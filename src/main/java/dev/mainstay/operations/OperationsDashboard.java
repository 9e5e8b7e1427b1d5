package dev.mainstay.operations;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.pulumi.aws.cloudwatch.Dashboard;
import com.pulumi.aws.cloudwatch.DashboardArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.mainstay.config.Tags;
import dev.mainstay.iam.Arn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The dashboard: the state of all alarms, then the tiers in the order of a request. */
final class OperationsDashboard {
  private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().create();
  private static final int STATUS_HEIGHT = 4;

  private OperationsDashboard() {}

  /** The URL of the dashboard. */
  static Output<String> url(
      String operations,
      OperationsArgs args,
      Metrics metrics,
      Output<List<String>> alarmArns,
      CustomResourceOptions child) {
    List<Widget> widgets = widgets(metrics, args);
    var dimensions =
        Output.all(
            widgets.stream()
                .flatMap(widget -> widget.metrics().stream().map(Metric::dimensions))
                .toList());
    var dashboard =
        new Dashboard(
            operations,
            DashboardArgs.builder()
                .dashboardName(physicalName(operations, args))
                .dashboardBody(
                    Output.tuple(alarmArns, dimensions)
                        .applyValue(both -> body(widgets, args.region, both.t1, both.t2)))
                .build(),
            child);
    return Output.tuple(dashboard.dashboardName(), args.kmsKeyArn)
        .applyValue(both -> url(both.t1, args.region, Arn.parse(both.t2).partition()));
  }

  private static List<Widget> widgets(Metrics metrics, OperationsArgs args) {
    return List.of(
        Widget.of(
            "Requests and errors",
            metrics.targets("RequestCount", "Sum"),
            metrics.targets("HTTPCode_Target_5XX_Count", "Sum"),
            metrics.loadBalancer("HTTPCode_ELB_5XX_Count", "Sum")),
        Widget.of(
            "Response time (s)",
            metrics.targets("TargetResponseTime", "p50"),
            metrics.targets("TargetResponseTime", "p95")),
        Widget.of(
            "Web servers",
            metrics.targets("HealthyHostCount", "Minimum"),
            metrics.targets("UnHealthyHostCount", "Maximum"),
            metrics.group("GroupDesiredCapacity", "Average")),
        Widget.of(
            "Web server CPU (%)",
            metrics.servers("CPUUtilization", "Average"),
            metrics.servers("CPUUtilization", "Maximum")),
        Widget.of("Database CPU (%)", metrics.database("CPUUtilization", "Average")),
        Widget.of("Database connections", metrics.database("DatabaseConnections", "Maximum")),
        Widget.of(
            "Free database memory and storage (bytes)",
            metrics.database("FreeableMemory", "Minimum"),
            metrics.database("FreeStorageSpace", "Minimum")),
        Widget.of(
            "Database storage latency (s)",
            metrics.database("ReadLatency", "p90"),
            metrics.database("WriteLatency", "p90")),
        cache(
            "Cache CPU (%)",
            args, node -> metrics.cacheNode(node, "EngineCPUUtilization", "Average")),
        cache(
            "Cache memory (%)",
            args, node -> metrics.cacheNode(node, "DatabaseMemoryUsagePercentage", "Average")));
  }

  private static Widget cache(String title, OperationsArgs args, IntFunction<Metric> ofNode) {
    return new Widget(title, IntStream.rangeClosed(1, args.cacheNodes).mapToObj(ofNode).toList());
  }

  private static String body(
      List<Widget> widgets,
      String region,
      List<String> alarmArns,
      List<Map<String, String>> dimensions) {
    var placed = new ArrayList<Map<String, Object>>();
    var status = new LinkedHashMap<String, Object>();
    status.put("title", "Alarms");
    status.put("alarms", alarmArns);
    placed.add(Widget.placed("alarm", 0, 0, 2 * Widget.WIDTH, STATUS_HEIGHT, status));
    int used = 0;
    for (int index = 0; index < widgets.size(); index++) {
      Widget widget = widgets.get(index);
      int next = used + widget.metrics().size();
      int column = index % 2 * Widget.WIDTH;
      int row = STATUS_HEIGHT + index / 2 * Widget.HEIGHT;
      placed.add(widget.json(column, row, region, dimensions.subList(used, next)));
      used = next;
    }
    return JSON.toJson(Map.of("widgets", placed));
  }

  /** Pulumi does not auto-name dashboards; the stack's name makes this one unique. */
  private static String physicalName(String operations, OperationsArgs args) {
    return Tags.named(args.tags, operations).get("Name").replaceAll("[^A-Za-z0-9_-]", "-");
  }

  private static String url(String dashboard, String region, String partition) {
    String host =
        switch (partition) {
          case "aws-cn" -> "console.amazonaws.cn";
          case "aws-us-gov" -> "console.amazonaws-us-gov.com";
          default -> "console.aws.amazon.com";
        };
    return "https://%s/cloudwatch/home?region=%s#dashboards/dashboard/%s"
        .formatted(host, region, dashboard);
  }
}
