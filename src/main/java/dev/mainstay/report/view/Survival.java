package dev.mainstay.report.view;

import dev.mainstay.report.Findings;
import dev.mainstay.resilience.model.Disruption;
import dev.mainstay.resilience.model.Failure;
import dev.mainstay.resilience.model.Outcome;
import dev.mainstay.resilience.model.Verdict;
import java.util.List;

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

  String sentence() {
    return figure() + " failures survived";
  }
}
