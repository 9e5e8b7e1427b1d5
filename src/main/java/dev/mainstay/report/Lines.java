package dev.mainstay.report;

import java.util.ArrayList;
import java.util.List;

/** Text for the terminal, 80 columns wide. */
final class Lines {
  static final int WIDTH_COLUMNS = 80;

  private final Paint paint;
  private final StringBuilder text = new StringBuilder();

  Lines(Paint paint) {
    this.paint = paint;
  }

  void add(String line) {
    text.append(line).append('\n');
  }

  /** Words on as many lines as they need, faint. */
  void wrapped(String indent, String words) {
    String prefix = indent;
    for (String line : broken(words, WIDTH_COLUMNS - indent.length())) {
      add(paint.faint(prefix + line));
      prefix = " ".repeat(indent.length());
    }
  }

  /** Words on lines of at most {@code width} columns; a longer word goes on on the next line. */
  static List<String> broken(String words, int width) {
    var lines = new ArrayList<String>();
    String line = "";
    for (String word : words.split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (longer.length() > width && !line.isEmpty()) {
        lines.add(line);
        longer = word;
      }
      for (; longer.length() > width; longer = longer.substring(width)) {
        lines.add(longer.substring(0, width));
      }
      line = longer;
    }
    lines.add(line);
    return lines;
  }

  static String padded(String value, int width) {
    return shortened(value, width - 1) + " ".repeat(Math.max(1, width - value.length()));
  }

  static String shortened(String value, int width) {
    if (value.length() <= width) {
      return value;
    }
    return width < 2 ? "" : value.substring(0, width - 1) + "…";
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
