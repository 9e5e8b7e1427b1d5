package dev.mainstay.config;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The reason for one relaxation, such as {@code until 2027-03-31: the migration is not finished}.
 *
 * @param until the last day on which it is valid; empty if it does not end
 */
record Waiver(Optional<LocalDate> until, String reason) {
  private static final Pattern LIMITED = Pattern.compile("(?s)until\\s+([0-9-]+)\\s*:\\s*(.*)");
  private static final Pattern MEANS_A_DATE = Pattern.compile("(?s)until\\s+[0-9].*");

  /** Reads a waiver; empty if the reason is missing or the date is invalid. */
  static Optional<Waiver> parse(String text) {
    var limited = LIMITED.matcher(text);
    if (!limited.matches()) {
      return text.isBlank() || MEANS_A_DATE.matcher(text).matches()
          ? Optional.empty()
          : Optional.of(new Waiver(Optional.empty(), text));
    }
    try {
      LocalDate until = LocalDate.parse(limited.group(1));
      return limited.group(2).isBlank()
          ? Optional.empty()
          : Optional.of(new Waiver(Optional.of(until), limited.group(2)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** The last day, if it has passed. */
  Optional<LocalDate> expired(LocalDate today) {
    return until.filter(today::isAfter);
  }
}
