package dev.mainstay.facts;

import java.util.Map;
import java.util.stream.Collectors;

/** How many leading numbers of an engine's version make its major version. */
public final class MajorVersion {
  private static final Map<String, Integer> BY_ENGINE =
      Table.rows("engine-majors.csv").stream()
          .collect(
              Collectors.toMap(
                  row -> row.get("engine"), row -> Integer.valueOf(row.get("majorNumbers"))));

  private MajorVersion() {}

  /** The count of numbers; 1 for an engine that is not on record. */
  public static int numbersOf(String engine) {
    return BY_ENGINE.getOrDefault(engine, 1);
  }
}
