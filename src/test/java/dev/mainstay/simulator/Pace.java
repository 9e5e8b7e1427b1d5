package dev.mainstay.simulator;

import java.time.Duration;

/** The simulated clock: how much real time a second at AWS takes. */
public record Pace(Duration perSecond) {
  /** Everything is ready at once. */
  public static final Pace INSTANT = new Pace(Duration.ZERO);

  /** The quarter of an hour of a Multi-AZ database passes in a second. */
  public static final Pace SCALED = new Pace(Duration.ofMillis(1));

  void pass(int seconds) {
    try {
      Thread.sleep(perSecond.multipliedBy(seconds).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
