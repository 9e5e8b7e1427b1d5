package dev.mainstay.facts;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The inputs on which it depends whether requests are answered, or what a failure does. */
public final class DecidingInputs {
  /** What an input decides. */
  public enum Decides {
    /** Whether requests are answered at all. */
    REQUEST,
    /** What becomes of the service when something fails. */
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

  /** By input, what each input of a type decides; empty if none decides anything. */
  public static Map<String, Decides> of(String type) {
    return ALL.getOrDefault(type, Map.of());
  }
}
