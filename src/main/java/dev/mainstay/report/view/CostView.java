package dev.mainstay.report.view;

import dev.mainstay.cost.Budget;
import dev.mainstay.cost.CostLine;
import dev.mainstay.cost.MonthlyCost;
import dev.mainstay.text.Marked;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * What a stack costs per month, line by line.
 *
 * @param shares what each component costs, the most expensive first
 * @param dates when the prices were valid; empty without any
 * @param budget how the estimate compares with the budget; empty without one
 * @param savingsTotal what all savings come to together; empty without any
 */
public record CostView(
    String region,
    String total,
    String missing,
    List<Share> shares,
    List<Line> lines,
    List<Gap> notPriced,
    String dates,
    String budget,
    String savingsTotal,
    List<Thrift> savings) {

  /** The names of the units of the price lists, for people. */
  private static final Map<String, String> UNITS =
      Map.of(
          "hour", "h",
          "gb", "GB",
          "gb-month", "GB",
          "lcu-hour", "h",
          "iops-month", "IOPS",
          "mibps-month", "MiB/s");

  /**
   * A component.
   *
   * @param percent of the total, rounded to a whole number
   */
  public record Share(String component, String usd, int percent) {
    /** For people: what costs something is never 0 %. */
    public String percentText() {
      return percent == 0 && !usd.equals("0.00") ? "< 1 %" : percent + " %";
    }
  }

  /**
   * A line of the bill.
   *
   * @param resources the resources behind it: a name, or how many there are
   * @param quantity units per month and the price of one
   */
  public record Line(
      String component,
      String item,
      String resources,
      String quantity,
      String assumption,
      String usd) {}

  /** Something without a price. */
  public record Gap(String component, String item, String resource, String why) {}

  /** A possible saving. */
  public record Thrift(String what, String note, String usd) {}

  public int lineCount() {
    return lines.size();
  }

  /** Whether something is in no total. */
  public boolean incomplete() {
    return !notPriced.isEmpty();
  }

  /** Whether prices are missing that the price list of AWS may have. */
  public boolean fetchable() {
    return !region.isEmpty()
        && notPriced.stream().anyMatch(gap -> gap.why().startsWith("no price of"));
  }

  static CostView of(MonthlyCost cost) {
    return new CostView(
        cost.region(),
        cost.total().text(),
        cost.total().missing(),
        shares(cost),
        cost.lines().stream().map(CostView::line).toList(),
        cost.notPriced().stream()
            .map(it -> new Gap(Marked.name(it.component()), it.item(), name(it.urn()), it.why()))
            .toList(),
        dates(cost),
        cost.budget() == null ? "" : budget(cost.budget()),
        cost.savings().each().isEmpty() ? "" : usd(cost.savings().usd()),
        cost.savings().each().stream()
            .map(it -> new Thrift(it.what(), it.note(), usd(it.usd())))
            .toList());
  }

  private static List<Share> shares(MonthlyCost cost) {
    double total = cost.total().usd().doubleValue();
    return cost.byComponent().entrySet().stream()
        .map(
            entry ->
                new Share(
                    Marked.name(entry.getKey()),
                    entry.getValue().text(),
                    total == 0
                        ? 0
                        : (int) Math.round(entry.getValue().usd().doubleValue() / total * 100)))
        .toList();
  }

  private static Line line(CostLine line) {
    String unit =
        line.unit().equals("month") ? "" : UNITS.getOrDefault(line.unit(), line.unit()) + " ";
    return new Line(
        Marked.name(line.component()),
        line.item(),
        line.urns().size() == 1 ? name(line.urns().get(0)) : line.urns().size() + " resources",
        "%s %sat %s"
            .formatted(
                String.format(Locale.ROOT, "%,d", line.quantity().longValue()),
                unit,
                line.unitPriceUsd().toPlainString()),
        line.assumption(),
        usd(line.monthlyUsd()));
  }

  private static String dates(MonthlyCost cost) {
    var dates = new TreeSet<String>();
    cost.lines().stream().map(CostLine::asOf).filter(it -> !it.isEmpty()).forEach(dates::add);
    if (dates.isEmpty()) {
      return "";
    }
    return dates.size() == 1 ? dates.first() : dates.first() + " to " + dates.last();
  }

  private static String budget(Budget budget) {
    String limit = "the budget of %s USD per month".formatted(usd(budget.monthlyUsd()));
    return switch (budget.verdict()) {
      case KEPT -> "The estimate keeps to " + limit + ".";
      case EXCEEDED -> "The estimate exceeds " + limit + ".";
      case UNKNOWN -> "Whether the estimate keeps to " + limit + " is not known.";
    };
  }

  /** The logical name in {@code urn}, set off. */
  static String name(String urn) {
    return Marked.name(urn.substring(urn.lastIndexOf("::") + 2));
  }

  static String usd(BigDecimal amount) {
    return String.format(Locale.ROOT, "%,.2f", amount);
  }
}
