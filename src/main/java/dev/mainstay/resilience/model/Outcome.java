package dev.mainstay.resilience.model;

import java.util.Collections;
import java.util.List;

/** What becomes of the service when something fails, from best to worst. */
public enum Outcome {
  /** It keeps serving, or serves again by itself, with all it requires. */
  SURVIVES,

  /**
   * It keeps serving with less than it requires, or without something that not every request uses;
   * or its data is there again only after a restore by hand.
   */
  DEGRADED,

  /** The graph does not show what happens. */
  UNKNOWN,

  /** It does not answer until somebody, or AWS, has repaired what failed. */
  DOWN;

  public Outcome worse(Outcome other) {
    return Collections.max(List.of(this, other));
  }
}
