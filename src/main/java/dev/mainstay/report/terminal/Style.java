package dev.mainstay.report.terminal;

/**
 * How text looks on a terminal with colours. Each style ends with the code that resets it
 * everywhere: 21 is no end of bold, most terminals take it for a double underline.
 *
 * <p>Codes: ECMA-48, 8.3.117, select graphic rendition. Colours are the terminal's own, so that
 * they suit its background.
 */
public enum Style {
  PLAIN("", ""),
  BOLD("1", "22"),
  FAINT("2", "22"),
  NAME("36", "39"),
  GOOD("32", "39"),
  WARNING("33", "39"),
  BAD("31", "39"),
  STRONG_GOOD("1;32", "22;39"),
  STRONG_WARNING("1;33", "22;39"),
  STRONG_BAD("1;31", "22;39");

  private final String on;
  private final String off;

  Style(String on, String off) {
    this.on = on;
    this.off = off;
  }

  /** {@code text} in this style; it must be visible already. */
  String of(String text) {
    return this == PLAIN ? text : "\u001b[%sm%s\u001b[%sm".formatted(on, text, off);
  }
}
