package dev.mainstay.cost;

import dev.mainstay.graph.ResourceGraph;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a stack could save, as far as its graph shows.
 *
 * @param usd all of them together, per month
 * @param each the largest first
 */
public record Savings(BigDecimal usd, List<Saving> each) {
  private static final int CENTS = 2;

  /** A change that might save. */
  record Candidate(String what, String note, GraphChange change) {}

  static Savings of(ResourceGraph graph, CostBasis basis) {
    String region = StackRegion.of(graph).orElse("");
    var savings = new ArrayList<Saving>();
    var changes = new ArrayList<GraphChange>();
    for (Candidate candidate : SavingCandidates.in(graph)) {
      BigDecimal usd = saved(candidate.change(), graph, basis, region);
      if (usd.signum() > 0) {
        savings.add(new Saving(candidate.what(), candidate.note(), usd));
        changes.add(candidate.change());
      }
    }
    savings.sort(Comparator.comparing(Saving::usd).reversed());
    return new Savings(saved(GraphChange.all(changes), graph, basis, region), List.copyOf(savings));
  }

  /** Only what the change concerns is priced: the rest of the bill stays as it is. */
  private static BigDecimal saved(
      GraphChange change, ResourceGraph graph, CostBasis basis, String region) {
    ResourceGraph concerned = change.concerned(graph);
    return less(Bill.of(concerned, basis, region), Bill.of(change.in(concerned), basis, region));
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
