package dev.mainstay.facts;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Resource types whose failure ends no request by itself, or that are judged as part of another
 * resource. A type in neither this table nor the analysis is reported as not judged.
 */
public final class InertTypes {
  private static final Map<String, String> REASONS =
      Table.rows("inert-types.csv").stream()
          .collect(Collectors.toUnmodifiableMap(row -> row.get("type"), row -> row.get("reason")));

  private InertTypes() {}

  /** The reason why a Pulumi type is not judged by itself; empty if it is. */
  public static Optional<String> reason(String type) {
    return Optional.ofNullable(REASONS.get(type));
  }
}
