package dev.mainstay.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A daily or weekly time window in UTC, in the notation of AWS.
 *
 * @param startMinute minutes since midnight, or since midnight before Sunday
 * @param minutes the duration
 */
public record TimeWindow(int startMinute, int minutes, boolean weekly) {
  private static final int DAY = 24 * 60;
  private static final int WEEK = 7 * DAY;
  private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");
  private static final String TIME = "([01]\\d|2[0-3]):([0-5]\\d)";
  private static final String DAY_AND_TIME = "(%s):".formatted(String.join("|", DAYS)) + TIME;
  private static final Pattern DAILY = Pattern.compile(TIME + "-" + TIME);
  private static final Pattern WEEKLY = Pattern.compile(DAY_AND_TIME + "-" + DAY_AND_TIME);

  /** Reads {@code 02:00-03:00}. */
  public static Optional<TimeWindow> daily(String text) {
    var match = DAILY.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    int start = minuteOfDay(match.group(1), match.group(2));
    int end = minuteOfDay(match.group(3), match.group(4));
    return Optional.of(new TimeWindow(start, Math.floorMod(end - start, DAY), false));
  }

  /** Reads {@code sun:03:30-sun:04:30}. */
  public static Optional<TimeWindow> weekly(String text) {
    var match = WEEKLY.matcher(text.toLowerCase(Locale.ROOT));
    if (!match.matches()) {
      return Optional.empty();
    }
    int start = dayOf(match.group(1)) + minuteOfDay(match.group(2), match.group(3));
    int end = dayOf(match.group(4)) + minuteOfDay(match.group(5), match.group(6));
    return Optional.of(new TimeWindow(start, Math.floorMod(end - start, WEEK), true));
  }

  /** Whether both windows share a minute of the week. */
  public boolean overlaps(TimeWindow other) {
    return starts().anyMatch(mine -> other.starts().anyMatch(theirs -> meet(mine, other, theirs)));
  }

  private boolean meet(int mine, TimeWindow other, int theirs) {
    return Math.floorMod(theirs - mine, WEEK) < minutes
        || Math.floorMod(mine - theirs, WEEK) < other.minutes;
  }

  private IntStream starts() {
    return weekly
        ? IntStream.of(startMinute)
        : IntStream.range(0, 7).map(day -> day * DAY + startMinute);
  }

  private static int minuteOfDay(String hour, String minute) {
    return Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
  }

  private static int dayOf(String day) {
    return DAYS.indexOf(day) * DAY;
  }
}
