package dev.mainstay.facts;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Facts about the listeners of load balancers and the DNS names that resolve to them. */
public final class ElbFacts {
  private static final Map<String, String> LOWEST_TLS =
      Table.rows("elb-tls-policies.csv").stream()
          .collect(
              Collectors.toUnmodifiableMap(row -> row.get("policy"), row -> row.get("lowestTls")));

  private static final Set<String> ALIAS_TARGETS =
      Table.rows("alias-targets.csv").stream()
          .map(row -> row.get("type"))
          .collect(Collectors.toUnmodifiableSet());

  private ElbFacts() {}

  /** The lowest version of TLS that a predefined policy accepts, such as 1.2; empty if unknown. */
  public static Optional<String> lowestTls(String policy) {
    return Optional.ofNullable(LOWEST_TLS.get(policy));
  }

  /** Whether a DNS name can resolve to a resource of this type. */
  public static boolean canHaveName(String type) {
    return ALIAS_TARGETS.contains(type);
  }
}
