package dev.mainstay.cost;

import java.math.BigDecimal;

/**
 * Something that would cost less in another way. It is never applied.
 *
 * @param what the resource and what would change
 * @param note what it takes or gives up
 * @param usd how much less per month, rounded half up to the cent
 */
public record Saving(String what, String note, BigDecimal usd) {}
