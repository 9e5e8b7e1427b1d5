package dev.mainstay.cost;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * What a stack, or a part of it, costs per month as far as it has prices.
 *
 * @param usd the sum of what has a price
 * @param notPriced how many items are not included
 */
public record Amount(BigDecimal usd, int notPriced) {
  static final Amount NOTHING = new Amount(BigDecimal.ZERO.setScale(2), 0);

  Amount plus(Amount other) {
    return new Amount(usd.add(other.usd), notPriced + other.notPriced);
  }

  /** For people: a sum in which something is missing never looks like the whole. */
  public String text() {
    String sum = String.format(Locale.ROOT, "%,.2f", usd);
    return notPriced == 0 ? sum : "at least " + sum;
  }

  /** What is not included, for people. */
  public String missing() {
    return switch (notPriced) {
      case 0 -> "nothing";
      case 1 -> "1 item without a price";
      default -> notPriced + " items without a price";
    };
  }
}
