package dev.mainstay.disruption;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Conditions on how long something is kept. */
final class RetentionConditions {
  static final Map<String, Condition> NAMED =
      Map.of(
          "retention is shorter", change -> isShorter(change.difference()),
          "retention is longer", change -> isLonger(change.difference()),
          "expires sooner", change -> expiresSooner(change.difference()));

  private RetentionConditions() {}

  /** Of a log group: no days, or 0 days, mean for ever. */
  private static boolean isShorter(Difference difference) {
    return days(difference.to())
        .filter(to -> days(difference.from()).map(from -> to.compareTo(from) < 0).orElse(true))
        .isPresent();
  }

  private static boolean isLonger(Difference difference) {
    return days(difference.from())
        .filter(from -> days(difference.to()).map(to -> to.compareTo(from) > 0).orElse(true))
        .isPresent();
  }

  private static Optional<BigDecimal> days(Object value) {
    return ValueConditions.number(value).filter(number -> number.signum() > 0);
  }

  /** Of a bucket: a rule that deletes is new, is switched on, or deletes after fewer days. */
  private static boolean expiresSooner(Difference difference) {
    boolean isExpiration = difference.path().contains("xpiration");
    if (isExpiration) {
      return difference.to() != null
          && ValueConditions.number(difference.from())
              .flatMap(
                  from -> ValueConditions.number(difference.to()).map(to -> to.compareTo(from) < 0))
              .orElse(true);
    }
    return (difference.path().endsWith(".status") && "Enabled".equals(difference.to()))
        || isNewExpiration(difference);
  }

  private static boolean isNewExpiration(Difference difference) {
    String before = String.valueOf(difference.from());
    return elements(difference.to()).stream()
        .map(String::valueOf)
        .anyMatch(rule -> rule.contains("xpiration") && !before.contains(rule));
  }

  private static List<?> elements(Object value) {
    return value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
  }
}
