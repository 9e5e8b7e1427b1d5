package dev.mainstay.cost;

/**
 * Something that is, or may be, on the bill and is in no total.
 *
 * @param component the logical name of the top-level resource that it belongs to
 * @param urn the resource
 * @param item what is paid for
 * @param why it has no price
 * @param orientation what it costs elsewhere, for a rough idea only; empty if that is not known
 */
public record NotPriced(
    String component, String urn, String item, String why, String orientation) {}
