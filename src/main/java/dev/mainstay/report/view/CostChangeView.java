package dev.mainstay.report.view;

import dev.mainstay.cost.CostChange;
import dev.mainstay.text.Marked;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a change adds to the monthly cost.
 *
 * @param summary in one line
 * @param components the difference of each component, the largest first
 * @param causes what makes the difference, the largest first
 * @param notIncluded what has no price and is in one version only
 */
public record CostChangeView(
    String summary,
    List<Difference> components,
    List<Difference> causes,
    List<String> notIncluded) {

  /** An amount with its sign. */
  public record Difference(String what, String usd) {}

  public static CostChangeView of(CostChange change) {
    return new CostChangeView(
        summary(change),
        change.byComponent().entrySet().stream()
            .map(it -> new Difference(Marked.name(it.getKey()), signed(it.getValue())))
            .toList(),
        change.causes().stream().map(it -> new Difference(it.what(), signed(it.usd()))).toList(),
        change.notIncluded());
  }

  /** Such as {@code +146.00 USD per month, database.instanceClass}. */
  private static String summary(CostChange change) {
    String missing =
        change.notIncluded().isEmpty()
            ? ""
            : "; not included: %d %s without a price"
                .formatted(
                    change.notIncluded().size(),
                    change.notIncluded().size() == 1 ? "item" : "items");
    if (change.difference().signum() == 0 && change.causes().isEmpty()) {
      return "no difference in monthly cost" + missing;
    }
    String causes =
        switch (change.causes().size()) {
          case 0 -> "";
          case 1 -> ", " + change.causes().get(0).what();
          default ->
              ", most of it %s (%s) and %d more"
                  .formatted(
                      change.causes().get(0).what(),
                      signed(change.causes().get(0).usd()),
                      change.causes().size() - 1);
        };
    return "%s USD per month%s%s".formatted(signed(change.difference()), causes, missing);
  }

  private static String signed(BigDecimal usd) {
    return (usd.signum() < 0 ? "-" : "+") + CostView.usd(usd.abs());
  }
}
