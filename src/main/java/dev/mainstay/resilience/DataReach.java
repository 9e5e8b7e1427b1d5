package dev.mainstay.resilience;

import dev.mainstay.resilience.model.Effect;
import dev.mainstay.resilience.model.Interruption;
import dev.mainstay.resilience.model.Outcome;
import dev.mainstay.resilience.model.Verdict;
import java.util.stream.Stream;

/**
 * Whether servers reach their data wherever it is. Data that they reach in some places only may be
 * out of reach after a failure has moved it.
 *
 * @param normal whether they reach it in normal operation
 */
record DataReach(Effect normal) {
  private static final String PARTLY =
      "Servers reach data in some places only: whether they reach what is left is not known.";

  private boolean isPartial() {
    return normal.outcome() == Outcome.DEGRADED;
  }

  /** What the loss of a zone adds. */
  Effect zone() {
    return isPartial() ? Effect.unknown(PARTLY) : Effect.NOTHING;
  }

  /** The verdict on the failure of a store, which may move its data. */
  Verdict after(Verdict verdict) {
    if (!isPartial() || verdict.outcome() == Outcome.DOWN) {
      return verdict;
    }
    return new Verdict(
        verdict.failure(),
        Outcome.UNKNOWN,
        Interruption.UNKNOWN,
        verdict.dataLoss(),
        Stream.concat(verdict.why().stream(), Stream.of(PARTLY)).toList(),
        verdict.affected());
  }
}
