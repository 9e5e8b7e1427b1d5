package dev.mainstay.operations;

/**
 * The threshold of an alarm: a limit, for a number of consecutive periods.
 *
 * @param missingData how CloudWatch treats a period without data
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

  /** One period of one minute, unless {@link #every} sets others. */
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

  /** No data is no alarm: nothing was counted. */
  Threshold silenceIsGood() {
    return new Threshold(comparison, limit, periodSeconds, periods, "notBreaching");
  }

  /** No data is an alarm: nothing reports. */
  Threshold silenceIsBad() {
    return new Threshold(comparison, limit, periodSeconds, periods, "breaching");
  }
}
