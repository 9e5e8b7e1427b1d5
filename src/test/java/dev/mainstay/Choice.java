package dev.mainstay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The values that a key may be given by chance.
 *
 * @param sound those that are fine by themselves
 * @param unsound those that are not
 */
record Choice(Draw sound, Draw unsound) {
  /** Draws a value. */
  @FunctionalInterface
  interface Draw {
    Object from(RandomGenerator random);
  }

  static Choice of(Object... values) {
    return new Choice(anyOf(values), random -> "nonsense");
  }

  static Choice drawn(Draw values) {
    return new Choice(values, random -> "nonsense");
  }

  Choice not(Object... values) {
    return new Choice(sound, anyOf(values));
  }

  static Choice flag() {
    return of(true, false).not("yes", 1L, "true");
  }

  /** Both bounds, and what lies between them, small numbers more often than large ones. */
  static Choice range(long min, long max) {
    return new Choice(random -> within(random, min, max), anyOf(min - 1, max + 1, -7L, 20.5, "12"));
  }

  static Choice listOf(int most, Choice elements) {
    return new Choice(
        random -> many(random, most, elements.sound),
        random -> many(random, most, elements.unsound));
  }

  static Choice mapOf(Map<String, Choice> entries) {
    return new Choice(
        random -> entriesOf(random, entries, false), random -> entriesOf(random, entries, true));
  }

  static Choice daily() {
    return drawn(random -> window(random, start -> time(start)))
        .not("2:00-3:00", "24:00-25:00", "02:00", "02:00-02:00");
  }

  static Choice weekly() {
    return drawn(random -> window(random, start -> day(start) + ":" + time(start)))
        .not("sunday", "sun:02:00-sun:02:10", "02:00-03:00");
  }

  /** Of half an hour to four hours, often over midnight or the end of the week. */
  private static String window(RandomGenerator random, IntFunction<String> written) {
    int start = 15 * random.nextInt(7 * 24 * 4);
    int end = start + 30 * (1 + random.nextInt(8));
    return written.apply(start) + "-" + written.apply(end);
  }

  private static String time(int minute) {
    return "%02d:%02d".formatted(minute / 60 % 24, minute % 60);
  }

  private static String day(int minute) {
    return List.of("Mon", "tue", "wed", "thu", "fri", "sat", "sun").get(minute / 60 / 24 % 7);
  }

  private static Draw anyOf(Object... values) {
    return random -> values[random.nextInt(values.length)];
  }

  private static Object within(RandomGenerator random, long min, long max) {
    return switch (random.nextInt(6)) {
      case 0 -> min;
      case 1 -> max;
      default ->
          min + (long) ((max - min + 1) * Math.pow(random.nextDouble(), 1 + random.nextInt(4)));
    };
  }

  private static Object many(RandomGenerator random, int most, Draw elements) {
    return IntStream.range(0, random.nextInt(most + 1))
        .mapToObj(each -> elements.from(random))
        .toList();
  }

  private static Object entriesOf(
      RandomGenerator random, Map<String, Choice> entries, boolean unsound) {
    var result = new LinkedHashMap<String, Object>();
    entries.forEach(
        (key, choice) -> {
          if (random.nextInt(3) > 0) {
            boolean bad = unsound && random.nextInt(2) == 0;
            result.put(key, (bad ? choice.unsound : choice.sound).from(random));
          }
        });
    return result;
  }
}
