package dev.mainstay.cost;

import dev.mainstay.graph.ResourceGraph;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a stack could save, as far as its graph shows.
 *
 * @param usd all of them together, per month
 * @param each the largest first
 */
public record Savings(BigDecimal usd, List<Saving> each) {
  private static final int CENTS = 2;

  /** A change that might save. */
  record Candidate(String what, String note, UnaryOperator<ResourceGraph> change) {}

  static Savings of(ResourceGraph graph, CostBasis basis) {
    Bill present = Bill.of(graph, basis);
    var savings = new ArrayList<Saving>();
    ResourceGraph all = graph;
    for (Candidate candidate : SavingCandidates.in(graph)) {
      BigDecimal usd = less(present, Bill.of(candidate.change().apply(graph), basis));
      if (usd.signum() > 0) {
        savings.add(new Saving(candidate.what(), candidate.note(), usd));
        all = candidate.change().apply(all);
      }
    }
    savings.sort(Comparator.comparing(Saving::usd).reversed());
    return new Savings(less(present, Bill.of(all, basis)), List.copyOf(savings));
  }

  /** Nothing is saved where a price is lost: what would then be paid is not known. */
  private static BigDecimal less(Bill present, Bill other) {
    if (other.notPriced().size() > present.notPriced().size()) {
      return BigDecimal.ZERO;
    }
    return sum(present).subtract(sum(other)).setScale(CENTS, RoundingMode.HALF_UP);
  }

  /** Without use: the same traffic goes through one gateway as through two. */
  private static BigDecimal sum(Bill bill) {
    return bill.items().stream()
        .filter(item -> !item.byUse())
        .map(CostItem::usd)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
