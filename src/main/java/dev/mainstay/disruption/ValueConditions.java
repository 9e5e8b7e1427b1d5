package dev.mainstay.disruption;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Conditions on the two values themselves. */
final class ValueConditions {
  static final Map<String, Condition> NAMED =
      Map.of(
          "increase", change -> growth(change.difference()) > 0,
          "decrease", change -> growth(change.difference()) < 0,
          "to zero", change -> isZero(change.difference().to()),
          "to or from zero",
              change -> sign(change.difference().from()) != sign(change.difference().to()),
          "switched on", change -> isTrue(change.difference().to()),
          "switched off",
              change -> isTrue(change.difference().from()) && !isTrue(change.difference().to()),
          "magnetic",
              change ->
                  "standard".equals(change.difference().from())
                      || "standard".equals(change.difference().to()));

  private ValueConditions() {}

  /** A value that is not given is AWS's choice, which may be the same as before. */
  private static int growth(Difference difference) {
    return number(difference.to())
        .flatMap(to -> number(difference.from()).map(to::compareTo))
        .orElse(0);
  }

  static Optional<BigDecimal> number(Object value) {
    try {
      return Optional.of(new BigDecimal(Objects.toString(value)));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  private static boolean isZero(Object value) {
    return number(value).filter(number -> number.signum() == 0).isPresent();
  }

  private static int sign(Object value) {
    return number(value).map(BigDecimal::signum).orElse(0);
  }

  private static boolean isTrue(Object value) {
    return Boolean.parseBoolean(Objects.toString(value));
  }
}
