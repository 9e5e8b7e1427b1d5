package dev.mainstay.resilience.store;

/**
 * The service level agreement of AWS that something falls under.
 *
 * @param what such as {@code RDS with a standby}
 * @param service a service of the table of agreements
 * @param configuration a configuration of that service
 */
public record Agreement(String what, String service, String configuration) {}
