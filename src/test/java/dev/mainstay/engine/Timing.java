package dev.mainstay.engine;

import dev.mainstay.engine.State.Entry;
import dev.mainstay.simulator.Durations;

/** How long AWS takes over each resource of a state. */
final class Timing {
  private static final Durations DURATIONS = new Durations();

  private Timing() {}

  static int seconds(Entry entry) {
    return entry.custom() ? DURATIONS.secondsToCreate(entry.type(), entry.inputs()) : 0;
  }
}
