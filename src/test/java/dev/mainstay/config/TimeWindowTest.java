package dev.mainstay.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimeWindowTest {
  @Test
  void aDailyWindowMayPassMidnight() {
    assertThat(TimeWindow.daily("23:30-00:45")).contains(new TimeWindow(1410, 75, false));
  }

  @Test
  void aWeeklyWindowMayPassTheEndOfTheWeek() {
    assertThat(TimeWindow.weekly("Sat:23:00-Sun:01:00"))
        .contains(new TimeWindow(6 * 1440 + 1380, 120, true));
  }

  @Test
  void whatIsNoWindowIsNotRead() {
    for (String text : List.of("", "24:00-01:00", "1:00-2:00", "01:60-02:00", "sun:01:00-02:00")) {
      assertThat(TimeWindow.daily(text)).isEmpty();
    }
    for (String text : List.of("", "01:00-02:00", "son:01:00-son:02:00", "sun:25:00-mon:01:00")) {
      assertThat(TimeWindow.weekly(text)).isEmpty();
    }
  }

  @Test
  void windowsOverlapIfTheyShareAMinute() {
    assertOverlap("02:00-03:00", "sun:02:59-sun:03:59", true);
    assertOverlap("02:00-03:00", "sun:03:00-sun:04:00", false);
    assertOverlap("02:00-03:00", "sun:01:00-sun:02:00", false);
    assertOverlap("02:00-03:00", "wed:01:00-wed:02:01", true);
    assertOverlap("02:30-02:45", "wed:01:00-wed:05:00", true);
    assertOverlap("23:30-00:30", "sun:00:00-sun:01:00", true);
    assertOverlap("23:30-00:30", "sun:00:30-sun:01:30", false);
    assertOverlap("00:00-01:00", "sat:23:30-sun:00:15", true);
  }

  private static void assertOverlap(String daily, String weekly, boolean expected) {
    TimeWindow day = TimeWindow.daily(daily).orElseThrow();
    TimeWindow week = TimeWindow.weekly(weekly).orElseThrow();
    assertThat(day.overlaps(week)).as("%s %s", daily, weekly).isEqualTo(expected);
    assertThat(week.overlaps(day)).as("%s %s", weekly, daily).isEqualTo(expected);
  }

  @Test
  void aWeeklyWindowIsOpenOnceAWeek() {
    TimeWindow sunday = TimeWindow.weekly("sun:02:00-sun:03:00").orElseThrow();
    assertThat(sunday.overlaps(TimeWindow.weekly("mon:02:00-mon:03:00").orElseThrow())).isFalse();
    assertThat(sunday.overlaps(TimeWindow.weekly("sun:02:30-sun:03:30").orElseThrow())).isTrue();
  }
}
