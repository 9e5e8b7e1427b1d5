package dev.mainstay.disruption;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** The version of an engine: numbers with dots, of which the last ones may be left out. */
record Version(List<Integer> numbers) implements Comparable<Version> {
  private static final Pattern NOT_DIGITS = Pattern.compile("\\D+");

  static Version of(Object text) {
    return new Version(
        NOT_DIGITS
            .splitAsStream(Objects.toString(text))
            .filter(digits -> !digits.isEmpty())
            .map(Integer::valueOf)
            .toList());
  }

  int major() {
    return numbers.isEmpty() ? 0 : numbers.get(0);
  }

  @Override
  public int compareTo(Version other) {
    return Arrays.compare(
        numbers.stream().mapToInt(Integer::intValue).toArray(),
        other.numbers.stream().mapToInt(Integer::intValue).toArray());
  }
}
