package dev.mainstay.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What AWS has accepted and will do in the maintenance window: until then the old values are in
 * use.
 */
final class PendingChanges {
  private static final String CACHE = "aws:elasticache/replicationGroup:ReplicationGroup";
  private static final String DATABASE = "aws:rds/instance:Instance";

  /** By type, the inputs that wait for the window unless they are applied immediately. */
  private static final Map<String, List<String>> WAITING =
      Map.of(
          CACHE, List.of("engine", "engineVersion", "nodeType", "parameterGroupName"),
          DATABASE, List.of("engineVersion", "instanceClass", "allocatedStorage"));

  /** By id, the values that are in use. */
  private final Map<String, Map<String, Object>> inUse = new LinkedHashMap<>();

  /** Notes what a change leaves in use until the window. */
  void note(LiveResource old, LiveResource updated) {
    if (!WAITING.containsKey(updated.type()) || isImmediate(updated)) {
      inUse.remove(old.id());
      return;
    }
    for (var input : WAITING.get(updated.type())) {
      if (!Objects.equals(old.get(input), updated.get(input))) {
        inUse
            .computeIfAbsent(old.id(), id -> new LinkedHashMap<>())
            .putIfAbsent(input, old.get(input));
      }
    }
    // A major version brings its parameters along; within one, RDS swaps the groups at once.
    if (updated.type().equals(DATABASE)
        && isWaiting(old.id(), "engineVersion")
        && !Objects.equals(old.get("parameterGroupName"), updated.get("parameterGroupName"))) {
      inUse.get(old.id()).putIfAbsent("parameterGroupName", old.get("parameterGroupName"));
    }
  }

  /** A blue/green update ends with the switchover, within the call. */
  private static boolean isImmediate(LiveResource updated) {
    return updated.flag("applyImmediately")
        || (updated.get("blueGreenUpdate") instanceof Map<?, ?> update
            && Boolean.TRUE.equals(update.get("enabled")));
  }

  /** The window opens: nothing waits any more. */
  void apply() {
    inUse.clear();
  }

  boolean isWaiting(String id, String input) {
    return inUse.getOrDefault(id, Map.of()).containsKey(input);
  }

  /** The value of an input that is in use; null if no change of it waits. */
  Object inUse(String id, String input) {
    return inUse.getOrDefault(id, Map.of()).get(input);
  }

  /** Whether a cache or a database is still a member of a parameter group. */
  boolean usesParameterGroup(String name) {
    return inUse.values().stream()
        .anyMatch(values -> name.equals(values.get("parameterGroupName")));
  }
}
