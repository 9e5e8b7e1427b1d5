package dev.mainstay.report;

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
    var current = new StringBuilder(indent);
    for (String word : words.split(" ", -1)) {
      if (current.length() + word.length() > WIDTH_COLUMNS && current.length() > indent.length()) {
        add(paint.faint(current.toString().stripTrailing()));
        current = new StringBuilder(" ".repeat(indent.length()));
      }
      current.append(shortened(word, WIDTH_COLUMNS - indent.length())).append(' ');
    }
    add(paint.faint(current.toString().stripTrailing()));
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
