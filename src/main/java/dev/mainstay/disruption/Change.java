package dev.mainstay.disruption;

/**
 * One change of a stack, and what people feel of it.
 *
 * @param urn the resource
 * @param property the input that changes; empty where the whole resource comes or goes
 * @param from its value before, for people to read; empty if there was none
 * @param to its value after; empty if there is none, or if it is known only afterwards
 * @param downtime whether and how long something is down, in words; empty if that is not known
 * @param when when it happens, in words; empty if that is not known
 * @param lost what is lost; empty for nothing
 * @param source where this is known from; empty if it is not known
 * @param allowed whether the configuration allows that data is lost here
 */
public record Change(
    String urn,
    String property,
    String from,
    String to,
    Effect effect,
    String downtime,
    String when,
    String lost,
    String source,
    boolean allowed) {}
