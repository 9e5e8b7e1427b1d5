package dev.mainstay.posture.model;

/** How a control stands in a stack. */
public enum Status {
  /** Every resource it concerns is as it wants. */
  PASSED,
  /** A resource is not, and nothing waives that. */
  FAILED,
  /** A resource is not, for a reason that the stack's configuration gives. */
  WAIVED,
  /** The graph does not tell. */
  UNKNOWN,
  /** The stack has no resource that it concerns. */
  NOT_APPLICABLE
}
