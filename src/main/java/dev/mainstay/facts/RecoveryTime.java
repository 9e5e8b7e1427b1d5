package dev.mainstay.facts;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.annotation.Nullable;

/**
 * The recovery time of an AWS service after an event, as published or observed.
 *
 * @param minSeconds null if there is no figure
 * @param maxSeconds null if there is no figure
 * @param source the source of the figures
 */
public record RecoveryTime(@Nullable Long minSeconds, @Nullable Long maxSeconds, String source) {
  private static final Map<String, RecoveryTime> ALL = read();

  /** The time that {@code event} takes, such as {@code rdsFailover}. */
  public static RecoveryTime of(String event) {
    return Objects.requireNonNull(ALL.get(event), event);
  }

  private static Map<String, RecoveryTime> read() {
    var times = new TreeMap<String, RecoveryTime>();
    for (var row : Table.rows("recovery-times.csv")) {
      times.put(
          row.get("event"),
          new RecoveryTime(
              seconds(row.get("minSeconds")), seconds(row.get("maxSeconds")), row.get("source")));
    }
    return Map.copyOf(times);
  }

  @Nullable
  private static Long seconds(String cell) {
    return cell.isEmpty() ? null : Long.valueOf(cell);
  }
}
