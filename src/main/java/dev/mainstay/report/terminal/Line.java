package dev.mainstay.report.terminal;

import dev.mainstay.text.Marked;
import dev.mainstay.text.Visible;
import java.util.ArrayList;
import java.util.List;

/**
 * Styled text for the terminal. What it is made of is made visible, whatever the source: nothing
 * but its own styles reaches the terminal.
 */
public final class Line {
  private static final String BREAKS_AFTER = "/,:;";

  private final boolean coloured;
  private final StringBuilder text = new StringBuilder();
  private final List<Style> styles = new ArrayList<>();

  Line(boolean coloured) {
    this.coloured = coloured;
  }

  /** Adds text as it is. */
  public Line add(Style style, String more) {
    append(style, Visible.of(more));
    return this;
  }

  public Line add(String more) {
    return add(Style.PLAIN, more);
  }

  /**
   * Adds text whose names are in backticks: they show in a colour, or in quotes without colours.
   */
  public Line marked(Style style, String more) {
    for (Marked.Run run : Marked.runs(more)) {
      boolean quoted = run.isName() && !coloured;
      append(run.isName() ? Style.NAME : style, quoted ? '"' + run.text() + '"' : run.text());
    }
    return this;
  }

  public Line marked(String more) {
    return marked(Style.PLAIN, more);
  }

  /** The same for a column of names, which nobody takes for words: they need no quotes. */
  public Line names(String more) {
    for (Marked.Run run : Marked.runs(more)) {
      append(run.isName() ? Style.NAME : Style.PLAIN, run.text());
    }
    return this;
  }

  /** Adds spaces up to {@code column}. */
  Line padded(int column) {
    append(Style.PLAIN, " ".repeat(Math.max(0, column - columns())));
    return this;
  }

  Line followedBy(Line other) {
    text.append(other.text);
    styles.addAll(other.styles);
    return this;
  }

  int columns() {
    return Columns.of(text);
  }

  /** The same on as many lines as it needs, at least one; a word that is too long is broken. */
  List<Line> wrapped(int columns) {
    var lines = new ArrayList<Line>();
    int from = 0;
    while (from < text.length()) {
      int end = fitting(from, columns);
      int space = end < text.length() ? text.lastIndexOf(" ", end) : -1;
      int next = space > from ? space : end < text.length() ? inWord(from, end) : end;
      lines.add(part(from, next));
      from = space > from ? next + 1 : next;
    }
    return lines.isEmpty() ? List.of(this) : lines;
  }

  private int fitting(int from, int columns) {
    int end = from;
    int used = 0;
    while (end < text.length()) {
      int point = text.codePointAt(end);
      used += Columns.of(point);
      if (used > columns && end > from) {
        break;
      }
      end += Character.charCount(point);
    }
    return end;
  }

  /** Behind a sign that separates, if there is one. */
  private int inWord(int from, int end) {
    for (int place = end; place > from; place--) {
      if (BREAKS_AFTER.indexOf(text.charAt(place - 1)) >= 0) {
        return place;
      }
    }
    return end;
  }

  private Line part(int from, int end) {
    var part = new Line(coloured);
    part.text.append(text, from, end);
    part.styles.addAll(styles.subList(from, end));
    return part;
  }

  private void append(Style style, String visible) {
    text.append(visible);
    for (int index = 0; index < visible.length(); index++) {
      styles.add(style);
    }
  }

  /** As it is printed, without blanks at its end. */
  @Override
  public String toString() {
    String printed = text.toString().stripTrailing();
    if (!coloured) {
      return printed;
    }
    var result = new StringBuilder();
    int from = 0;
    for (int place = 1; place <= printed.length(); place++) {
      if (place == printed.length() || styles.get(place) != styles.get(from)) {
        result.append(styles.get(from).of(printed.substring(from, place)));
        from = place;
      }
    }
    return result.toString();
  }
}
