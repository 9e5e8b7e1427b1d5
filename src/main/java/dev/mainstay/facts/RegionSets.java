package dev.mainstay.facts;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Sets of regions, which other tables name by id instead of repeating them in every row. */
final class RegionSets {
  private static final Map<String, Set<String>> ALL =
      Table.rows("region-sets.csv").stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  row -> row.get("id"), row -> Set.of(row.get("regions").split(" "))));

  private RegionSets() {}

  /** The regions of a set; empty if the set is not known. */
  static Set<String> named(String id) {
    return ALL.getOrDefault(id, Set.of());
  }
}
