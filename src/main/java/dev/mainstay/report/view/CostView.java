package dev.mainstay.report.view;

import dev.mainstay.cost.CostLine;
import dev.mainstay.cost.MonthlyCost;
import dev.mainstay.cost.NotPriced;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** What a stack costs a month, line by line. */
public record CostView(String total, String missing, List<Line> lines, List<Line> notPriced) {

  /** An item; {@code usd} is empty where it has no price. */
  public record Line(
      String component, String item, String resource, String usd, String assumption) {}

  public int lineCount() {
    return lines.size();
  }

  /** Whether something is in no total. */
  public boolean incomplete() {
    return !notPriced.isEmpty();
  }

  static CostView of(MonthlyCost cost) {
    return new CostView(
        cost.total().text(),
        cost.total().missing(),
        cost.lines().stream().map(CostView::line).toList(),
        cost.notPriced().stream().map(CostView::line).toList());
  }

  private static Line line(CostLine line) {
    String quantity =
        "%s %s at %s"
            .formatted(
                String.format(Locale.ROOT, "%,d", line.quantity().longValue()),
                line.unit(),
                line.unitPriceUsd().toPlainString());
    String assumption =
        line.assumption().isEmpty() ? quantity : quantity + "; " + line.assumption();
    return new Line(
        line.component(), line.item(), name(line.urn()), usd(line.monthlyUsd()), assumption);
  }

  private static Line line(NotPriced item) {
    String why = item.orientation().isEmpty() ? item.why() : item.why() + "; " + item.orientation();
    return new Line(item.component(), item.item(), name(item.urn()), "", why);
  }

  static String name(String urn) {
    return urn.substring(urn.lastIndexOf("::") + 2);
  }

  static String usd(BigDecimal amount) {
    return String.format(Locale.ROOT, "%,.2f", amount);
  }
}
