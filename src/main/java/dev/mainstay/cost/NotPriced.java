package dev.mainstay.cost;

/**
 * Something that is, or may be, on the bill and is in no total.
 *
 * @param component the logical name of the top-level resource that it belongs to
 * @param urn the resource
 * @param item what is paid for
 * @param why it has no price
 */
public record NotPriced(String component, String urn, String item, String why) {}
