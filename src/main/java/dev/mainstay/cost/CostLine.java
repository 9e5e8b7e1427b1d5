package dev.mainstay.cost;

import java.math.BigDecimal;

/**
 * One item of the monthly bill.
 *
 * @param component the logical name of the top-level resource that the priced one belongs to
 * @param urn the resource
 * @param item what is paid for
 * @param quantity how many units a month
 * @param unitPriceUsd what one unit costs
 * @param monthlyUsd quantity times price, to the cent
 * @param assumption what was assumed where the graph does not tell; empty if nothing was
 */
public record CostLine(
    String component,
    String urn,
    String item,
    BigDecimal quantity,
    String unit,
    BigDecimal unitPriceUsd,
    BigDecimal monthlyUsd,
    String assumption) {}
