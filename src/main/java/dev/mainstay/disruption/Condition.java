package dev.mainstay.disruption;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What must hold for a change, by the names that the table of disruptions uses. */
@FunctionalInterface
interface Condition {
  boolean holds(Modification change);

  Map<String, Condition> NAMED =
      merged(
          List.of(
              ValueConditions.NAMED,
              MembershipConditions.NAMED,
              VersionConditions.NAMED,
              SubnetConditions.NAMED,
              DeferredConditions.NAMED,
              CacheConditions.NAMED,
              FleetConditions.NAMED,
              AccessConditions.NAMED,
              RetentionConditions.NAMED));

  /**
   * Reads the condition of a row: names joined by {@code &}, each perhaps after {@code not}. Beside
   * the names there are {@code was X} and {@code is X} (the input X is true before or after),
   * {@code had X} and {@code has X} (it is given), and {@code from V} and {@code to V} (its value).
   *
   * @throws IllegalArgumentException if a name is unknown
   */
  static Condition read(String text) {
    List<Condition> all =
        Arrays.stream(text.split("&"))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .map(Condition::one)
            .toList();
    return change -> all.stream().allMatch(condition -> condition.holds(change));
  }

  private static Condition one(String name) {
    if (name.startsWith("not ")) {
      Condition opposite = one(name.substring("not ".length()));
      return change -> !opposite.holds(change);
    }
    return Optional.ofNullable(NAMED.get(name))
        .or(() -> ofInput(name))
        .orElseThrow(() -> new IllegalArgumentException("no condition is called " + name));
  }

  private static Optional<Condition> ofInput(String text) {
    String[] words = text.split(" ", 2);
    if (words.length < 2) {
      return Optional.empty();
    }
    String name = words[1];
    return Optional.ofNullable(
        switch (words[0]) {
          case "was" -> change -> change.before().isTrue(name);
          case "is" -> change -> change.after().isTrue(name);
          case "had" -> change -> change.before().input(name).isPresent();
          case "has" -> change -> change.after().input(name).isPresent();
          case "from" -> change -> name.equals(Objects.toString(change.difference().from()));
          case "to" -> change -> name.equals(Objects.toString(change.difference().to()));
          default -> null;
        });
  }

  private static Map<String, Condition> merged(List<Map<String, Condition>> parts) {
    var all = new HashMap<String, Condition>();
    parts.forEach(all::putAll);
    return Map.copyOf(all);
  }
}
