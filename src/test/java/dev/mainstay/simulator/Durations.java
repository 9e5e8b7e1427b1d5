package dev.mainstay.simulator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVRecord;

/** How long AWS typically takes to make or delete a resource. */
public final class Durations {
  private final List<CSVRecord> rows = Table.read("durations.csv");
  private final Map<String, Integer> typical = new HashMap<>();

  public Durations() {
    for (var row : Table.read("provisioning-times.csv")) {
      var seconds = row.get("typicalSec");
      if (!seconds.isEmpty()) {
        typical.put(row.get("resource") + " " + row.get("operation"), Integer.valueOf(seconds));
      }
    }
  }

  /** Typical seconds to create it; 0 where no figure is known. */
  public int secondsToCreate(String type, Map<String, ?> inputs) {
    return seconds("create", type, inputs);
  }

  public int secondsToDelete(String type, Map<String, ?> inputs) {
    return seconds("delete", type, inputs);
  }

  private int seconds(String operation, String type, Map<String, ?> inputs) {
    return rows.stream()
        .filter(row -> row.get("type").equals(type) && holds(row.get("when"), inputs))
        .findFirst()
        .map(row -> typical.getOrDefault(row.get(operation), 0))
        .orElse(0);
  }

  private static boolean holds(String flag, Map<String, ?> inputs) {
    return flag.isEmpty() || Objects.equals(inputs.get(flag), true);
  }
}
