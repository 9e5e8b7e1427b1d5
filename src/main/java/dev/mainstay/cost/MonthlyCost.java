package dev.mainstay.cost;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An estimate of what a stack costs a month of 730 hours, by list prices on demand: without tax,
 * discounts, free tiers and data transfer out.
 *
 * @param region where the stack stands; empty if the graph does not tell
 * @param notPriced what is in no total, with the reason
 */
public record MonthlyCost(
    String project, String stack, String region, List<CostLine> lines, List<NotPriced> notPriced) {

  public static MonthlyCost of(ResourceGraph graph, PriceList prices) {
    return of(graph, prices, Usage.OF_A_SMALL_SITE);
  }

  public static MonthlyCost of(ResourceGraph graph, PriceList prices, Usage usage) {
    String region = StackRegion.of(graph).orElse("");
    var bill = new Bill(graph, prices, region);
    var pricing = new Pricing(graph, usage);
    graph.resources().stream()
        .filter(ResourceNode::custom)
        .forEach(node -> pricing.of(node, bill.entryOf(node)));
    return new MonthlyCost(graph.project(), graph.stack(), region, bill.lines(), bill.notPriced());
  }

  public Amount total() {
    return byComponent().values().stream().reduce(Amount.NOTHING, Amount::plus);
  }

  /** In the order in which the program declares the components, those without a price last. */
  public Map<String, Amount> byComponent() {
    var amounts = new LinkedHashMap<String, Amount>();
    lines.forEach(
        line -> amounts.merge(line.component(), new Amount(line.monthlyUsd(), 0), Amount::plus));
    notPriced.forEach(
        item -> amounts.merge(item.component(), new Amount(Amount.NOTHING.usd(), 1), Amount::plus));
    return amounts;
  }
}
