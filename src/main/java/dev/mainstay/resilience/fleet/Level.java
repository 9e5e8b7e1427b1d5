package dev.mainstay.resilience.fleet;

import dev.mainstay.resilience.model.DataLoss;
import dev.mainstay.resilience.model.Effect;
import dev.mainstay.resilience.model.Interruption;
import dev.mainstay.resilience.model.Outcome;
import java.util.List;

/** How well a number of servers answers requests. */
final class Level {
  private Level() {}

  static Effect of(long servers, long required, List<String> why) {
    Outcome outcome =
        servers <= 0 ? Outcome.DOWN : servers >= required ? Outcome.SURVIVES : Outcome.DEGRADED;
    return new Effect(
        outcome,
        outcome == Outcome.DOWN ? Interruption.UNKNOWN : Interruption.NONE,
        DataLoss.NONE,
        List.copyOf(why),
        List.of());
  }
}
