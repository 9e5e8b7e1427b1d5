package dev.mainstay.cost;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Collects what a stack pays for, and what has no price. */
final class Bill {
  static final long HOURS_A_MONTH = 730;

  /** Where the price list knows most. */
  private static final String ORIENTATION_REGION = "us-east-1";

  private final ResourceGraph graph;
  private final PriceList prices;
  private final String region;
  private final List<CostLine> lines = new ArrayList<>();
  private final List<NotPriced> notPriced = new ArrayList<>();

  Bill(ResourceGraph graph, PriceList prices, String region) {
    this.graph = graph;
    this.prices = prices;
    this.region = region;
  }

  List<CostLine> lines() {
    return List.copyOf(lines);
  }

  List<NotPriced> notPriced() {
    return List.copyOf(notPriced);
  }

  Entry entryOf(ResourceNode node) {
    return new Entry(node, componentOf(node));
  }

  private String componentOf(ResourceNode node) {
    ResourceNode top = node;
    Optional<ResourceNode> above = Optional.of(node);
    while (above.isPresent()) {
      top = above.get();
      above = Optional.ofNullable(top.parent()).flatMap(graph::byUrn);
    }
    return top.name();
  }

  /** The part of the bill that is about one resource. */
  final class Entry {
    private final ResourceNode node;
    private final String component;

    private Entry(ResourceNode node, String component) {
      this.node = node;
      this.component = component;
    }

    /** {@code count} of an item that is paid by the hour, all month. */
    void hourly(String label, long count, String service, String item, String assumption) {
      add(label, count * HOURS_A_MONTH, "hour", service, item, assumption);
    }

    void add(
        String label, long quantity, String unit, String service, String item, String assumption) {
      if (quantity == 0) {
        return;
      }
      var count = BigDecimal.valueOf(quantity);
      prices
          .find(region, service, item, unit)
          .ifPresentOrElse(
              price -> lines.add(line(label, count, price, assumption)),
              () ->
                  notPriced(
                      label,
                      "the price list has no %s %s per %s %s"
                          .formatted(
                              service,
                              item,
                              unit,
                              region.isEmpty() ? "for a region that is not known" : "in " + region),
                      elsewhere(count, unit, service, item)));
    }

    void notPriced(String label, String why) {
      notPriced(label, why, "");
    }

    private void notPriced(String label, String why, String orientation) {
      notPriced.add(new NotPriced(component, node.urn(), label, why, orientation));
    }

    private CostLine line(String label, BigDecimal count, Price price, String assumption) {
      return new CostLine(
          component,
          node.urn(),
          label,
          count,
          price.unit(),
          price.usd(),
          monthly(count, price),
          Stream.of(assumption, price.note())
              .filter(text -> !text.isEmpty())
              .collect(Collectors.joining("; ")));
    }
  }

  private String elsewhere(BigDecimal count, String unit, String service, String item) {
    return prices
        .find(ORIENTATION_REGION, service, item, unit)
        .map(
            price ->
                "in %s it would be %s USD a month"
                    .formatted(ORIENTATION_REGION, monthly(count, price).toPlainString()))
        .orElse("");
  }

  private static BigDecimal monthly(BigDecimal count, Price price) {
    return count.multiply(price.usd()).setScale(2, RoundingMode.HALF_UP);
  }
}
