package dev.mainstay.cost;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Collects what a stack pays for, and what has no price. */
final class Bill {
  static final long HOURS_PER_MONTH = 730;

  private final ResourceGraph graph;
  private final PriceList prices;
  private final Usage usage;
  private final String region;
  private final List<CostItem> items = new ArrayList<>();
  private final List<NotPriced> notPriced = new ArrayList<>();

  private Bill(ResourceGraph graph, PriceList prices, Usage usage, String region) {
    this.graph = graph;
    this.prices = prices;
    this.usage = usage;
    this.region = region;
  }

  static Bill of(ResourceGraph graph, CostBasis basis) {
    return of(graph, basis, StackRegion.of(graph).orElse(""));
  }

  /** The bill of a part of a stack, which may not show the region. */
  static Bill of(ResourceGraph graph, CostBasis basis, String region) {
    var bill = new Bill(graph, basis.prices().of(region), basis.usage(), region);
    var pricing = new Pricing(graph);
    graph.resources().stream()
        .filter(ResourceNode::custom)
        .forEach(node -> pricing.of(node, bill.new Entry(node)));
    return bill;
  }

  /** Where the stack is deployed; empty if the graph does not say. */
  String region() {
    return region;
  }

  List<CostItem> items() {
    return List.copyOf(items);
  }

  List<NotPriced> notPriced() {
    return List.copyOf(notPriced);
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

  private Optional<Price> price(Product product) {
    return prices.find(region, product.service(), product.item(), product.unit());
  }

  /** The part of the bill that is about one resource. */
  final class Entry {
    private final ResourceNode node;
    private final String component;

    private Entry(ResourceNode node) {
      this.node = node;
      this.component = componentOf(node);
    }

    /** {@code count} of an item that is paid by the hour, all month. */
    void hourly(String label, long count, String service, String item, String assumption) {
      add(label, count * HOURS_PER_MONTH, Product.hourly(service, item), assumption);
    }

    /** A quantity that follows from the configuration. */
    void add(String label, long quantity, Product product, String assumption) {
      if (quantity > 0) {
        priced(label, BigDecimal.valueOf(quantity), product, assumption, false);
      }
    }

    /** What depends on use: it is listed even if the use is assumed to be 0. */
    void byUse(String label, Use use, Product product) {
      byUse(label, use, 1, product, "");
    }

    /** {@code times} as much as the use alone. */
    void byUse(String label, Use use, long times, Product product, String more) {
      BigDecimal quantity = usage.quantity(use).multiply(BigDecimal.valueOf(times));
      priced(label, quantity, product, joined(usage.assumption(use), more), true);
    }

    /**
     * An item whose price consists of two parts that are worth a line each; one line if only the
     * whole has a price.
     */
    void inTwoLines(
        String label,
        Product part,
        String labelOfTheRest,
        Product whole,
        long quantity,
        String assumption) {
      Optional<Price> first = price(part);
      Optional<Price> both = price(whole);
      if (first.isEmpty() || both.isEmpty()) {
        add(label + ", " + labelOfTheRest, quantity, whole, assumption);
        return;
      }
      var count = BigDecimal.valueOf(quantity);
      line(label, count, first.get(), assumption, false);
      line(labelOfTheRest, count, both.get().beyond(first.get()), assumption, false);
    }

    void notPriced(String label, String why) {
      notPriced.add(new NotPriced(component, node.urn(), label, why));
    }

    private void priced(
        String label, BigDecimal quantity, Product product, String assumption, boolean byUse) {
      price(product)
          .ifPresentOrElse(
              price -> line(label, quantity, price, assumption, byUse),
              () ->
                  notPriced(
                      label,
                      "no price of %s %s"
                          .formatted(
                              product,
                              region.isEmpty()
                                  ? "in a region that is not known"
                                  : "in " + region)));
    }

    private void line(
        String label, BigDecimal quantity, Price price, String assumption, boolean byUse) {
      String assumed = joined(assumption, price.note());
      items.add(new CostItem(component, node.urn(), label, quantity, price, assumed, byUse));
    }
  }

  private static String joined(String... texts) {
    return Stream.of(texts).filter(text -> !text.isEmpty()).collect(Collectors.joining("; "));
  }
}
