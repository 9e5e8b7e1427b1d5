package dev.mainstay.facts;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Facts about IAM policies and resource policies. */
public final class PolicyFacts {
  private static final Map<String, Boolean> CONDITIONS =
      Table.rows("policy-conditions.csv").stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  row -> row.get("key"), row -> row.get("narrows").equals("yes")));

  private static final Set<String> BROAD =
      Table.rows("broad-policies.csv").stream()
          .map(row -> row.get("name"))
          .collect(Collectors.toUnmodifiableSet());

  private static final Map<String, String> RESOURCE_POLICIES =
      Table.rows("resource-policies.csv").stream()
          .collect(
              Collectors.toUnmodifiableMap(row -> row.get("type"), row -> row.get("property")));

  private PolicyFacts() {}

  /**
   * Whether a condition on {@code key} with fixed values permits known principals only; empty if
   * that is not known.
   */
  public static Optional<Boolean> narrows(String key) {
    return Optional.ofNullable(CONDITIONS.get(key.toLowerCase(Locale.ROOT)));
  }

  /** Whether an AWS managed policy allows everything, or enough to obtain all permissions. */
  public static boolean isBroad(String policyName) {
    return BROAD.contains(policyName);
  }

  /** The input that holds the policy of a resource, by type. */
  public static Map<String, String> resourcePolicies() {
    return RESOURCE_POLICIES;
  }
}
