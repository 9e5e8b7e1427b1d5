package dev.mainstay.cost;

import java.math.BigDecimal;
import java.util.Map;

/**
 * How much a stack is used per month: what no program says.
 *
 * @param assumed the quantities that differ from those of a small site
 */
public record Usage(Map<Use, Integer> assumed) {
  public static final Usage OF_A_SMALL_SITE = new Usage(Map.of());

  int of(Use use) {
    return assumed.getOrDefault(use, use.ofASmallSite());
  }

  BigDecimal quantity(Use use) {
    return BigDecimal.valueOf(of(use));
  }

  /** For people, with the key that changes it. */
  String assumption(Use use) {
    return use.assumption(of(use));
  }
}
