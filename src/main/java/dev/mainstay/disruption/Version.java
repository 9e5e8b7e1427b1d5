package dev.mainstay.disruption;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The version of an engine: numbers with dots, of which the last ones may be left out. */
record Version(List<Integer> numbers) implements Comparable<Version> {
  private static final Pattern DIGITS = Pattern.compile("\\d+");

  static Version of(Object text) {
    return new Version(
        DIGITS
            .matcher(text.toString())
            .results()
            .map(digits -> Integer.valueOf(digits.group()))
            .toList());
  }

  boolean hasMajorOf(Version other) {
    return numbers.stream().findFirst().equals(other.numbers.stream().findFirst());
  }

  @Override
  public int compareTo(Version other) {
    return Arrays.compare(
        numbers.stream().mapToInt(Integer::intValue).toArray(),
        other.numbers.stream().mapToInt(Integer::intValue).toArray());
  }
}
