package dev.mainstay.report.drawing;

/** The effect of a failure on a part, as drawn. */
public enum State {
  /** It failed, or was in what failed. */
  LOST,
  SURVIVES,
  DEGRADED,
  DOWN,
  UNKNOWN;

  /** As a style class. */
  String style() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
