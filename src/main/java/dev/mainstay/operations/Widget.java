package dev.mainstay.operations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A graph on the dashboard: metrics over time, with a title. */
record Widget(String title, List<Metric> metrics) {
  static final int WIDTH = 12;
  static final int HEIGHT = 6;

  private static final int PERIOD_SECONDS = 60;

  static Widget of(String title, Metric... metrics) {
    return new Widget(title, List.of(metrics));
  }

  /**
   * The widget in the format of CloudWatch; {@code dimensions} are those of the metrics, in order:
   * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html
   */
  Map<String, Object> json(
      int column, int row, String region, List<Map<String, String>> dimensions) {
    var properties = new LinkedHashMap<String, Object>();
    properties.put("title", title);
    properties.put("region", region);
    properties.put("view", "timeSeries");
    properties.put("period", PERIOD_SECONDS);
    var lines = new ArrayList<List<Object>>();
    for (int index = 0; index < metrics.size(); index++) {
      lines.add(line(metrics.get(index), dimensions.get(index)));
    }
    properties.put("metrics", lines);
    return placed("metric", column, row, WIDTH, HEIGHT, properties);
  }

  static Map<String, Object> placed(
      String type, int x, int y, int width, int height, Map<String, Object> properties) {
    var widget = new LinkedHashMap<String, Object>();
    widget.put("type", type);
    widget.put("x", x);
    widget.put("y", y);
    widget.put("width", width);
    widget.put("height", height);
    widget.put("properties", properties);
    return widget;
  }

  private static List<Object> line(Metric metric, Map<String, String> dimensions) {
    var line = new ArrayList<Object>();
    line.add(metric.namespace());
    line.add(metric.name());
    dimensions.forEach(
        (name, value) -> {
          line.add(name);
          line.add(value);
        });
    line.add(Map.of("stat", metric.statistic()));
    return line;
  }
}
