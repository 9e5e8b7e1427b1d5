package dev.mainstay.cost;

import dev.mainstay.graph.ResourceNode;
import java.util.List;
import java.util.Map;

/** What watches over the stack: alarms and logs. */
final class WatchPricing {
  private static final int SECONDS_OF_STANDARD_RESOLUTION = 60;
  private static final int DAYS_A_MONTH = 30;

  private final Usage usage;

  WatchPricing(Usage usage) {
    this.usage = usage;
  }

  void alarm(ResourceNode node, Bill.Entry entry) {
    if (node.number("period", SECONDS_OF_STANDARD_RESOLUTION) < SECONDS_OF_STANDARD_RESOLUTION) {
      entry.notPriced("high-resolution alarm", "the price list has only standard ones");
      return;
    }
    entry.add("alarm, per metric", metrics(node), "month", "cloudwatch", "alarm-standard", "");
  }

  /** An alarm on an expression pays for each metric in it. */
  private static long metrics(ResourceNode node) {
    List<?> queries = node.input("metricQueries").map(value -> (List<?>) value).orElse(List.of());
    long named =
        queries.stream()
            .filter(query -> query instanceof Map<?, ?> map && map.containsKey("metric"))
            .count();
    return Math.max(1, named);
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
