package dev.mainstay.image;

import java.util.regex.Pattern;

/**
 * The schedule of builds, in the cron expressions of <a
 * href="https://docs.aws.amazon.com/imagebuilder/latest/userguide/cron-expressions.html">Image
 * Builder</a>: minute, hour, day of the month, month, day of the week, year.
 */
final class BuildSchedule {
  private static final String DAY = "0?[1-9]|[12][0-9]|3[01]";
  private static final String WEEKDAY = "[1-7]|sun|mon|tue|wed|thu|fri|sat";

  private static final Pattern EXPRESSION =
      Pattern.compile(
          String.join(
              " ",
              list("[0-5]?[0-9]"),
              list("[01]?[0-9]|2[0-3]"),
              "(?<day>[?]|L|(%s)W|%s)".formatted(DAY, list(DAY)),
              list("0?[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"),
              "(?<weekday>[?]|L|(%s)#[1-5](,[1-5])*|%s)".formatted(WEEKDAY, list(WEEKDAY)),
              list("19[7-9][0-9]|2[01][0-9]{2}")),
          Pattern.CASE_INSENSITIVE);

  private BuildSchedule() {}

  /** One of the two day fields is {@code ?}. */
  static boolean isValid(String cron) {
    var matcher = EXPRESSION.matcher(cron);
    return matcher.matches()
        && matcher.group("day").equals("?") != matcher.group("weekday").equals("?");
  }

  /** A comma-separated list of values, ranges and steps. */
  private static String list(String value) {
    String item = "(([*]|%1$s(-%1$s)?)(/[0-9]{1,2})?)".formatted("(" + value + ")");
    return "(%1$s(,%1$s)*)".formatted(item);
  }
}
