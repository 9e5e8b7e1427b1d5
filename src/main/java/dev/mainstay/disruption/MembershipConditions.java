package dev.mainstay.disruption;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Conditions on lists: who joins, who leaves. */
final class MembershipConditions {
  static final Map<String, Condition> NAMED =
      Map.of(
          "only adds", change -> onlyAdds(change.difference()),
          "removed", change -> elements(change.difference().to()).isEmpty(),
          "empties", change -> empties(change.difference()),
          "follows a replacement", change -> change.difference().isFollowing());

  private MembershipConditions() {}

  private static boolean onlyAdds(Difference difference) {
    List<String> later = elements(difference.to());
    return later.containsAll(elements(difference.from()));
  }

  private static boolean empties(Difference difference) {
    return elements(difference.to()).isEmpty() && !elements(difference.from()).isEmpty();
  }

  /** A value by itself is a list of one. */
  private static List<String> elements(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(Objects::toString).toList();
    }
    return value == null ? List.of() : List.of(value.toString());
  }
}
