package dev.mainstay.simulator;

import java.util.List;
import java.util.Locale;

/** A window such as {@code sun:03:00-sun:04:00}, which may run over the end of the week. */
final class WeeklyWindow {
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final int WEEK = 7 * 24 * 60;

  private WeeklyWindow() {}

  static int minutes(String window) {
    return Math.floorMod(end(window) - start(window), WEEK);
  }

  static int start(String window) {
    return minuteOfWeek(window.substring(0, 9));
  }

  static int end(String window) {
    return minuteOfWeek(window.substring(10));
  }

  private static int minuteOfWeek(String time) {
    var day = DAYS.indexOf(time.substring(0, 3).toLowerCase(Locale.ROOT));
    return (day * 24 + Integer.parseInt(time.substring(4, 6))) * 60
        + Integer.parseInt(time.substring(7, 9));
  }
}
