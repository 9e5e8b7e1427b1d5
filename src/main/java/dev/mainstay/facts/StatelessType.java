package dev.mainstay.facts;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A resource type that stores nothing. The program can recreate a deleted resource without data
 * loss. A type that is not listed may store data.
 *
 * @param reason why it stores nothing
 * @param sources short names that {@code SOURCES.md} explains
 */
public record StatelessType(String reason, String sources) {
  private static final Map<String, StatelessType> BY_TYPE =
      Table.rows("stateless-types.csv").stream()
          .collect(
              Collectors.toMap(
                  row -> row.get("type"),
                  row -> new StatelessType(row.get("reason"), row.get("sources"))));

  /** The fact about {@code type}; empty if the type stores data or is unknown to this release. */
  public static Optional<StatelessType> of(String type) {
    return Optional.ofNullable(BY_TYPE.get(TypeAliases.current(type)));
  }
}
