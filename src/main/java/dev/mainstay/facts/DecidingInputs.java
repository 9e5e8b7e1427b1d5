package dev.mainstay.facts;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The inputs that decide whether requests are answered, or the effect of a failure. */
public final class DecidingInputs {
  /** What an input decides. */
  public enum Decides {
    /** Whether requests are answered at all. */
    REQUEST,
    /** The effect of a failure on the service. */
    FAILURE
  }

  private static final Map<String, Map<String, Decides>> ALL = new HashMap<>();

  static {
    Table.rows("deciding-inputs.csv")
        .forEach(
            row ->
                ALL.computeIfAbsent(row.get("type"), any -> new LinkedHashMap<>())
                    .put(
                        row.get("input"),
                        Decides.valueOf(row.get("decides").toUpperCase(Locale.ROOT))));
  }

  private DecidingInputs() {}

  /** The decision of each input of a type, by input; empty if there is none. */
  public static Map<String, Decides> of(String type) {
    return ALL.getOrDefault(type, Map.of());
  }
}
