package dev.mainstay.disruption;

import java.util.List;
import java.util.regex.Pattern;

/** The version of an engine: numbers with dots, of which the last ones may be left out. */
record Version(List<Integer> numbers) {
  private static final Pattern DIGITS = Pattern.compile("\\d+");

  static Version of(Object text) {
    return new Version(
        DIGITS
            .matcher(text.toString())
            .results()
            .map(digits -> Integer.valueOf(digits.group()))
            .toList());
  }

  /** The first {@code count} numbers. */
  Version upTo(int count) {
    return new Version(numbers.subList(0, Math.min(count, numbers.size())));
  }

  /** Compares the numbers that both versions have: 17 may be any 17.x. */
  int compareWhatBothSay(Version other) {
    int length = Math.min(numbers.size(), other.numbers.size());
    for (int index = 0; index < length; index++) {
      int order = numbers.get(index).compareTo(other.numbers.get(index));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
