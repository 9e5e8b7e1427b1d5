package dev.mainstay.cost;

import dev.mainstay.disruption.Pairs;
import dev.mainstay.graph.ResourceGraph;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a change adds to the monthly cost of a stack.
 *
 * @param before the estimate of the earlier version
 * @param after the estimate of the changed one
 * @param byComponent the difference of each component in USD, the largest first; none without one
 * @param causes what makes the difference, the largest first
 * @param notIncluded items without a price that only one of the two versions has
 */
public record CostChange(
    Amount before,
    Amount after,
    Map<String, BigDecimal> byComponent,
    List<Cause> causes,
    List<String> notIncluded) {

  /**
   * A change that costs or saves something.
   *
   * @param what the input, such as {@code database.instanceClass}, or what is created or deleted
   * @param usd what it adds per month, rounded half up to the cent; negative if it saves
   */
  public record Cause(String what, BigDecimal usd) {}

  public static CostChange between(ResourceGraph before, ResourceGraph after, CostBasis basis) {
    ResourceGraph earlier = Pairs.aligned(before, after);
    MonthlyCost then = MonthlyCost.of(earlier, basis);
    MonthlyCost now = MonthlyCost.of(after, basis);
    return new CostChange(
        then.total(),
        now.total(),
        byComponent(then, now),
        new CostCauses(earlier, after, basis).of(now.total().usd().subtract(then.total().usd())),
        onlyInOne(then, now));
  }

  /** In USD per month; negative if the change saves. */
  public BigDecimal difference() {
    return after.usd().subtract(before.usd());
  }

  /** Whether anything that has a price, or should have one, changes. */
  public boolean isFelt() {
    return difference().signum() != 0 || !causes.isEmpty() || !notIncluded.isEmpty();
  }

  private static Map<String, BigDecimal> byComponent(MonthlyCost then, MonthlyCost now) {
    Map<String, Amount> earlier = then.byComponent();
    Map<String, Amount> later = now.byComponent();
    var names = new TreeSet<>(earlier.keySet());
    names.addAll(later.keySet());
    var differences = new LinkedHashMap<String, BigDecimal>();
    names.stream()
        .map(
            name ->
                Map.entry(
                    name,
                    later
                        .getOrDefault(name, Amount.NOTHING)
                        .usd()
                        .subtract(earlier.getOrDefault(name, Amount.NOTHING).usd())))
        .filter(entry -> entry.getValue().signum() != 0)
        .sorted((one, other) -> other.getValue().abs().compareTo(one.getValue().abs()))
        .forEach(entry -> differences.put(entry.getKey(), entry.getValue()));
    return differences;
  }

  private static List<String> onlyInOne(MonthlyCost then, MonthlyCost now) {
    Set<String> earlier = named(then);
    Set<String> later = named(now);
    var both = new HashSet<>(earlier);
    both.retainAll(later);
    var one = new TreeSet<>(earlier);
    one.addAll(later);
    one.removeAll(both);
    return List.copyOf(one);
  }

  private static Set<String> named(MonthlyCost cost) {
    var names = new HashSet<String>();
    cost.notPriced().forEach(item -> names.add(item.component() + ": " + item.item()));
    return names;
  }
}
