package dev.mainstay.resilience.model;

import java.util.Collections;
import java.util.List;

/** What becomes of the service when something fails, from best to worst. */
public enum Outcome {
  /** It goes on, or comes back by itself or by a restore, with all it needs. */
  SURVIVES,

  /** It goes on with less than it needs, or without something that is not in every request. */
  DEGRADED,

  /** What is known of the stack does not tell. */
  UNKNOWN,

  /** It does not answer until somebody, or AWS, has repaired what failed. */
  DOWN;

  public Outcome worse(Outcome other) {
    return Collections.max(List.of(this, other));
  }
}
