package dev.mainstay.report.drawing;

/** How a failure shows on a part. */
public enum State {
  /** It is what failed, or was in it. */
  LOST,
  CARRIES_ON,
  DEGRADED,
  DOWN,
  UNKNOWN;

  /** As a style class. */
  String style() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
