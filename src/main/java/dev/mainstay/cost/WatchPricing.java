package dev.mainstay.cost;

import dev.mainstay.graph.ResourceNode;
import java.util.List;
import java.util.stream.IntStream;

/** What watches over the stack: alarms and logs. */
final class WatchPricing {
  private static final int SECONDS_OF_STANDARD_RESOLUTION = 60;
  private static final int DAYS_A_MONTH = 30;

  private final Usage usage;

  WatchPricing(Usage usage) {
    this.usage = usage;
  }

  /** An alarm on an expression pays for each metric in it. */
  void alarm(ResourceNode node, Bill.Entry entry) {
    List<String> metrics = metrics(node);
    if (metrics.stream().anyMatch(metric -> isQuick(node, metric))) {
      entry.notPriced("high-resolution alarm", "the price list has only standard ones");
      return;
    }
    entry.add("alarm, per metric", metrics.size(), "month", "cloudwatch", "alarm-standard", "");
  }

  /** Where the metrics stand in the inputs: the only one at the top, several in queries. */
  private static List<String> metrics(ResourceNode node) {
    int queries = node.input("metricQueries").map(value -> ((List<?>) value).size()).orElse(0);
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
    String assumption = "%d GB a month".formatted(usage.logGb());
    entry.add("log data", usage.logGb(), "gb", "cloudwatch", "log-ingest", assumption);
    long days = node.number("retentionInDays", 0);
    if (days == 0) {
      entry.notPriced("log storage", "kept for ever, so it grows without end");
      return;
    }
    long months = (days + DAYS_A_MONTH - 1) / DAYS_A_MONTH;
    entry.add(
        "log storage",
        usage.logGb() * months,
        "gb-month",
        "cloudwatch",
        "log-storage",
        "%s, kept for %d days, not compressed".formatted(assumption, days));
  }
}
