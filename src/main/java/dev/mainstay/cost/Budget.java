package dev.mainstay.cost;

import java.math.BigDecimal;

/**
 * What a stack may cost, and whether its estimate keeps to it.
 *
 * @param monthlyUsd the budget
 * @param verdict how the estimate compares
 */
public record Budget(BigDecimal monthlyUsd, Verdict verdict) {

  /** How an estimate compares with a budget. */
  public enum Verdict {
    KEPT,
    EXCEEDED,
    /** The sum is within the budget, but something without a price is not in it. */
    UNKNOWN
  }

  static Budget of(BigDecimal monthlyUsd, Amount estimate) {
    if (estimate.usd().compareTo(monthlyUsd) > 0) {
      return new Budget(monthlyUsd, Verdict.EXCEEDED);
    }
    return new Budget(monthlyUsd, estimate.notPriced() == 0 ? Verdict.KEPT : Verdict.UNKNOWN);
  }
}
