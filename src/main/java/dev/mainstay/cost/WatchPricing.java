package dev.mainstay.cost;

import dev.mainstay.graph.ResourceNode;
import java.util.List;
import java.util.stream.IntStream;

/** What watches over the stack: alarms, logs, notifications. */
final class WatchPricing {
  private static final int SECONDS_OF_STANDARD_RESOLUTION = 60;
  private static final int DAYS_PER_MONTH = 30;

  /** An alarm on an expression pays for each metric in it. */
  void alarm(ResourceNode node, Bill.Entry entry) {
    List<String> metrics = metrics(node);
    if (metrics.stream().anyMatch(metric -> isQuick(node, metric))) {
      entry.notPriced("high-resolution alarm", "the prices hold only standard alarms");
      return;
    }
    entry.add(
        "alarm, per metric", metrics.size(), Product.monthly("cloudwatch", "alarm-standard"), "");
  }

  /** Where the metrics stand in the inputs: the only one at the top, several in queries. */
  private static List<String> metrics(ResourceNode node) {
    int queries = NetworkPricing.size(node, "metricQueries");
    List<String> inQueries =
        IntStream.range(0, queries)
            .mapToObj("metricQueries[%d].metric"::formatted)
            .filter(path -> node.input(path).isPresent())
            .map(path -> path + ".")
            .toList();
    return inQueries.isEmpty() ? List.of("") : inQueries;
  }

  private static boolean isQuick(ResourceNode node, String metric) {
    return node.number(metric + "period", SECONDS_OF_STANDARD_RESOLUTION)
        < SECONDS_OF_STANDARD_RESOLUTION;
  }

  void logGroup(ResourceNode node, Bill.Entry entry) {
    String kind = node.text("logGroupClass", "STANDARD");
    if (!kind.equals("STANDARD")) {
      entry.notPriced("logs of the class " + kind, "the prices hold only the standard class");
      return;
    }
    entry.byUse("log data", Use.LOGS, Product.data("cloudwatch", "log-ingest"));
    long days = node.number("retentionInDays", 0);
    if (days == 0) {
      entry.notPriced("log storage", "logs are kept without end: their storage grows each month");
      return;
    }
    entry.byUse(
        "log storage",
        Use.LOGS,
        (days + DAYS_PER_MONTH - 1) / DAYS_PER_MONTH,
        Product.storage("cloudwatch", "log-storage"),
        "kept for %d days, not compressed".formatted(days));
  }

  void subscription(ResourceNode node, Bill.Entry entry) {
    String protocol = node.text("protocol", "");
    if (protocol.startsWith("email")) {
      entry.byUse("notifications by e-mail", Use.EMAILS, new Product("sns", "email", "thousand"));
    } else {
      entry.notPriced("notifications", "the prices hold only those by e-mail");
    }
  }
}
