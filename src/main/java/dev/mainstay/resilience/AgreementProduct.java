package dev.mainstay.resilience;

import dev.mainstay.facts.ServiceLevel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The service level agreements of what a request passes, multiplied. */
final class AgreementProduct {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final List<String> lines = new ArrayList<>();
  private final List<BigDecimal> factors = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();

  /** Counts a part, or notes that no agreement about it is on record. */
  void count(String name, String what, String service, String configuration) {
    Optional<ServiceLevel> level = ServiceLevel.of(service, configuration);
    if (level.isEmpty()) {
      omit(name, what, "no agreement is on record");
      return;
    }
    factors.add(level.get().percent().divide(HUNDRED));
    lines.add(
        "%s (%s): %s %% (%s)"
            .formatted(name, what, level.get().percent().toPlainString(), level.get().source()));
  }

  /** Notes a part of the path that has no figure. */
  void omit(String name, String what, String why) {
    missing.add(name);
    lines.add("%s (%s) is not counted: %s.".formatted(name, what, why));
  }

  /** The product; without a figure if {@code withheld} says why not, or a part is missing. */
  Availability total(String withheld) {
    String why = withheld;
    if (why.isEmpty() && !missing.isEmpty()) {
      why =
          "withheld: %s %s not counted"
              .formatted(String.join(", ", missing), missing.size() == 1 ? "is" : "are");
    }
    if (why.isEmpty() && factors.isEmpty()) {
      why = "withheld: nothing in the stack is part of an agreement";
    }
    var all = new ArrayList<>(lines);
    all.add("NAT is not counted: no request comes in through it.");
    if (!why.isEmpty()) {
      return new Availability(null, why, List.copyOf(all));
    }
    BigDecimal percent =
        factors.stream()
            .reduce(BigDecimal.ONE, BigDecimal::multiply)
            .multiply(HUNDRED)
            .setScale(2, RoundingMode.DOWN);
    all.add(
        all.size() - 1,
        "%s = %s %% (rounded down)"
            .formatted(
                factors.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(" x ")),
                percent.toPlainString()));
    return new Availability(percent, "", List.copyOf(all));
  }
}
