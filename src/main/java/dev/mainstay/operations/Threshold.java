package dev.mainstay.operations;

/**
 * When a metric is bad enough to tell somebody: beyond a limit for a number of periods in a row.
 *
 * @param missingData what a period without data counts as, in words of CloudWatch
 */
record Threshold(
    String comparison, double limit, int periodSeconds, int periods, String missingData) {
  private static final int MINUTE_SECONDS = 60;

  static Threshold above(double limit) {
    return of("GreaterThanThreshold", limit);
  }

  static Threshold below(double limit) {
    return of("LessThanThreshold", limit);
  }

  static Threshold atMost(double limit) {
    return of("LessThanOrEqualToThreshold", limit);
  }

  /** Of one-minute values, unless {@link #every} says otherwise. */
  private static Threshold of(String comparison, double limit) {
    return new Threshold(comparison, limit, MINUTE_SECONDS, 1, "missing");
  }

  Threshold forMinutes(int minutes) {
    int seconds = minutes * MINUTE_SECONDS;
    return new Threshold(comparison, limit, periodSeconds, seconds / periodSeconds, missingData);
  }

  Threshold every(int seconds) {
    return new Threshold(comparison, limit, seconds, periods, missingData);
  }

  /** Without data all is well: nothing happened that could be counted. */
  Threshold silenceIsGood() {
    return new Threshold(comparison, limit, periodSeconds, periods, "notBreaching");
  }

  /** Without data all is lost: nothing is there that could report. */
  Threshold silenceIsBad() {
    return new Threshold(comparison, limit, periodSeconds, periods, "breaching");
  }
}
