package dev.mainstay.cost;

import dev.mainstay.graph.ResourceGraph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An estimate of what a stack costs per month of 730 hours, by list prices on demand: without tax,
 * discounts, free tiers and data transfer out. Each line is rounded half up to the cent; totals are
 * sums of lines.
 *
 * @param region where the stack is deployed; empty if the graph does not say
 * @param lines what has a price, the largest line first
 * @param notPriced what is not included, with the reason
 * @param savings what would cost less in another way; none of it is applied
 * @param budget what the stack may cost; null without one
 */
public record MonthlyCost(
    String project,
    String stack,
    String region,
    List<CostLine> lines,
    List<NotPriced> notPriced,
    Savings savings,
    Budget budget) {

  public static MonthlyCost of(ResourceGraph graph, CostBasis basis) {
    Bill bill = Bill.of(graph, basis);
    var cost =
        new MonthlyCost(
            graph.project(),
            graph.stack(),
            bill.region(),
            BillLines.of(bill.items()),
            bill.notPriced(),
            Savings.of(graph, basis),
            null);
    return basis.monthlyBudgetUsd() == null
        ? cost
        : cost.with(Budget.of(basis.monthlyBudgetUsd(), cost.total()));
  }

  private MonthlyCost with(Budget limit) {
    return new MonthlyCost(project, stack, region, lines, notPriced, savings, limit);
  }

  public Amount total() {
    return byComponent().values().stream().reduce(Amount.NOTHING, Amount::plus);
  }

  /** The most expensive component first, those without a price last. */
  public Map<String, Amount> byComponent() {
    var amounts = new LinkedHashMap<String, Amount>();
    lines.forEach(
        line -> amounts.merge(line.component(), new Amount(line.monthlyUsd(), 0), Amount::plus));
    notPriced.forEach(
        item -> amounts.merge(item.component(), new Amount(Amount.NOTHING.usd(), 1), Amount::plus));
    var sorted = new LinkedHashMap<String, Amount>();
    amounts.entrySet().stream()
        .sorted((one, other) -> other.getValue().usd().compareTo(one.getValue().usd()))
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }
}
