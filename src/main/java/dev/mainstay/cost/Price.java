package dev.mainstay.cost;

import java.math.BigDecimal;

/**
 * The list price of one unit of an item.
 *
 * @param note how the price follows from another one; empty if it is listed
 * @param sources where it was read, as {@code SOURCES.md} beside the prices explains
 * @param asOf when it was valid: a date or a year; empty if the source does not say
 */
record Price(BigDecimal usd, String unit, String note, String sources, String asOf) {

  /** What this price adds to another one of the same unit. */
  Price beyond(Price other) {
    return new Price(usd.subtract(other.usd).stripTrailingZeros(), unit, note, sources, asOf);
  }
}
