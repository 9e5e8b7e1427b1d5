package dev.mainstay.facts;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The AWS charge for a resource type without a price.
 *
 * @param byUse whether AWS charges for its use; otherwise it is free
 * @param what the charged use, such as {@code storage and requests}
 */
public record Charge(boolean byUse, String what) {
  private static final Map<String, Charge> ALL =
      Table.rows("charges.csv").stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  row -> row.get("type"),
                  row -> new Charge(row.get("charge").equals("by use"), row.get("what"))));

  /** The charge of a Pulumi type; empty if it is not known. */
  public static Optional<Charge> of(String type) {
    return Optional.ofNullable(ALL.get(type));
  }
}
