package dev.mainstay.report;

import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/** Styles for a terminal that has them; nothing for a pipe, or where NO_COLOR is set. */
final class Paint {
  private final boolean coloured;

  Paint(Ansi ansi) {
    coloured = ansi.enabled();
  }

  String bold(String text) {
    return in(text, Style.bold);
  }

  String faint(String text) {
    return in(text, Style.faint);
  }

  String name(String text) {
    return in(text, Style.fg_cyan);
  }

  String good(String text) {
    return in(text, Style.fg_green);
  }

  String warning(String text) {
    return in(text, Style.fg_yellow);
  }

  String bad(String text) {
    return in(text, Style.fg_red);
  }

  private String in(String text, Style style) {
    return coloured ? Style.on(style) + text + Style.off(style) : text;
  }
}
