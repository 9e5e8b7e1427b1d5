package dev.mainstay.cost;

import java.math.BigDecimal;

/**
 * What one unit of an item costs.
 *
 * @param note how the price was derived from another; empty if it was not
 */
record Price(BigDecimal usd, String unit, String note) {}
