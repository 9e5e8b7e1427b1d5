package dev.mainstay.cost;

import java.math.BigDecimal;

/**
 * What one resource pays for.
 *
 * @param component the logical name of the top-level resource that the resource belongs to
 * @param urn the resource
 * @param label what is paid for
 * @param quantity how many units per month
 * @param assumption what was assumed where the graph does not say; empty if nothing was
 * @param byUse whether the quantity depends on use alone
 */
record CostItem(
    String component,
    String urn,
    String label,
    BigDecimal quantity,
    Price price,
    String assumption,
    boolean byUse) {

  /** Exact: not rounded. */
  BigDecimal usd() {
    return quantity.multiply(price.usd());
  }
}
