package dev.mainstay.cost;

import java.math.BigDecimal;

/**
 * What an estimate is made with.
 *
 * @param prices the list prices
 * @param usage what is assumed of the use
 * @param monthlyBudgetUsd what the stack may cost per month; null if nothing limits it
 */
public record CostBasis(PriceBook prices, Usage usage, BigDecimal monthlyBudgetUsd) {
  /** Without a budget, for a small site. */
  public static CostBasis of(PriceBook prices) {
    return new CostBasis(prices, Usage.OF_A_SMALL_SITE, null);
  }
}
