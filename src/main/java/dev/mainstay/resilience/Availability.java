package dev.mainstay.resilience;

import java.math.BigDecimal;
import java.util.List;
import javax.annotation.Nullable;

/**
 * The level below which AWS's service level agreements grant credits, for a request that needs all
 * tiers at once. It is no forecast: an agreement grants credit, and the application is in none.
 *
 * @param percent to two decimals, rounded down; null if it is withheld
 * @param withheld why there is no figure; empty if there is one
 * @param arithmetic how it comes about, line by line
 */
public record Availability(@Nullable BigDecimal percent, String withheld, List<String> arithmetic) {

  /** The name of the figure, for headings. */
  public static final String TITLE = "SLA credit threshold";

  /** Such as {@code 99.87 %}. */
  public String text() {
    return percent == null ? "not known" : percent.toPlainString() + " %";
  }

  /** What the figure means, or why there is none. */
  public String detail() {
    return percent == null ? withheld : "AWS's agreements grant credits below it";
  }
}
