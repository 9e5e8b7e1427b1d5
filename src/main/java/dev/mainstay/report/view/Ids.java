package dev.mainstay.report.view;

import java.util.Locale;

/** Names as parts of links and style classes. */
final class Ids {
  private Ids() {}

  /** Such as {@code prod-zone-eu-central-1a}. */
  static String of(String... words) {
    return String.join("-", words)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }
}
