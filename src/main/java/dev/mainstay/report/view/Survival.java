package dev.mainstay.report.view;

import dev.mainstay.report.Findings;
import dev.mainstay.resilience.model.Disruption;
import dev.mainstay.resilience.model.Failure;
import dev.mainstay.resilience.model.Outcome;
import dev.mainstay.resilience.model.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How a stack comes through the failures within its region: no stack in one region survives the
 * loss of that.
 */
record Survival(List<Verdict> verdicts) {

  static Survival of(Findings findings) {
    return new Survival(
        findings.resilience().verdicts().stream()
            .filter(it -> it.failure().kind() != Failure.Kind.NONE)
            .filter(it -> it.failure().kind().disruption() != Disruption.REGION)
            .toList());
  }

  long count(Outcome outcome) {
    return verdicts.stream().filter(verdict -> verdict.outcome() == outcome).count();
  }

  String figure() {
    return "%d of %d".formatted(count(Outcome.SURVIVES), verdicts.size());
  }

  /** The failures that are not survived, the worst first; empty if all are. */
  String others() {
    return Arrays.stream(new Outcome[] {Outcome.DOWN, Outcome.UNKNOWN, Outcome.DEGRADED})
        .filter(outcome -> count(outcome) > 0)
        .map(outcome -> count(outcome) + " " + word(outcome))
        .collect(Collectors.joining(", "));
  }

  String sentence() {
    String others = others();
    return "%s failures survived%s"
        .formatted(figure(), others.isEmpty() ? "" : " (%s)".formatted(others));
  }

  static String word(Outcome outcome) {
    return outcome == Outcome.UNKNOWN ? "not known" : outcome.name().toLowerCase(Locale.ROOT);
  }
}
