package dev.mainstay.facts;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Types of resources whose failure ends no request by itself, or that are judged as part of
 * another. What is in neither this table nor the analysis is not judged, and is named.
 */
public final class InertTypes {
  private static final Map<String, String> REASONS =
      Table.rows("inert-types.csv").stream()
          .collect(Collectors.toUnmodifiableMap(row -> row.get("type"), row -> row.get("reason")));

  private InertTypes() {}

  /** Why a Pulumi type is not judged for itself; empty for a type that has to be. */
  public static Optional<String> reason(String type) {
    return Optional.ofNullable(REASONS.get(type));
  }
}
