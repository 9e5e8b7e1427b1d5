package dev.mainstay.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Values of an {@code expected.txt}, such as {@code ('DOWN', '25-735', None)}. Alternatives stand
 * between bars; {@code None} stands for what is not compared.
 */
record Tuple(List<String> values) {
  static final String NOT_COMPARED = "None";

  private static final Pattern BOUNDS = Pattern.compile("(\\d+)-(\\d+)");
  private static final Pattern VALUE = Pattern.compile("'([^']*)'|" + NOT_COMPARED);

  /** The quoted values of {@code text}, in order. */
  static Tuple in(String text) {
    var values = new ArrayList<String>();
    var matcher = VALUE.matcher(text);
    while (matcher.find()) {
      values.add(matcher.group(1) == null ? NOT_COMPARED : matcher.group(1));
    }
    return new Tuple(List.copyOf(values));
  }

  String get(int index) {
    return values.get(index);
  }

  boolean isCompared(int index) {
    return !get(index).equals(NOT_COMPARED);
  }

  /** Whether the value at {@code index} allows what the program says. */
  boolean allows(int index, String said) {
    return !isCompared(index) || isAmong(get(index), said);
  }

  /** Whether one of the bounds at {@code index}, such as {@code 25-735}, holds those said. */
  boolean allowsBounds(int index, String said) {
    return !isCompared(index)
        || Stream.of(get(index).split("\\|"))
            .anyMatch(each -> each.equals(said) || isWithin(each, said));
  }

  private static boolean isWithin(String expected, String said) {
    var outer = BOUNDS.matcher(expected);
    var inner = BOUNDS.matcher(said);
    return outer.matches()
        && inner.matches()
        && Long.parseLong(inner.group(1)) >= Long.parseLong(outer.group(1))
        && Long.parseLong(inner.group(2)) <= Long.parseLong(outer.group(2));
  }

  /** Whether {@code said} is one of the alternatives. */
  static boolean isAmong(String alternatives, String said) {
    return Stream.of(alternatives.split("\\|")).anyMatch(said::equals);
  }
}
