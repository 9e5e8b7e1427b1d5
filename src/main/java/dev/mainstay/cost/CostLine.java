package dev.mainstay.cost;

import java.math.BigDecimal;
import java.util.List;

/**
 * A line of the monthly bill: equal items of a component together.
 *
 * @param component the logical name of the top-level resource that the resources belong to
 * @param urns the resources
 * @param item what is paid for
 * @param quantity how many units per month, of all resources together
 * @param monthlyUsd quantity times unit price, rounded half up to the cent
 * @param assumption what was assumed where the graph does not say; empty if nothing was
 * @param byUse whether the quantity depends on use alone
 * @param sources where the price was read
 * @param asOf when the price was valid
 */
public record CostLine(
    String component,
    List<String> urns,
    String item,
    BigDecimal quantity,
    String unit,
    BigDecimal unitPriceUsd,
    BigDecimal monthlyUsd,
    String assumption,
    boolean byUse,
    String sources,
    String asOf) {}
