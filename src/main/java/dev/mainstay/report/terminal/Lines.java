package dev.mainstay.report.terminal;

import java.util.ArrayList;
import java.util.List;

/** Text for the terminal: lines of at most {@value #COLUMNS} columns, of which nothing is cut. */
public final class Lines {
  public static final int COLUMNS = 80;

  private final boolean coloured;
  private final StringBuilder text = new StringBuilder();

  public Lines(boolean coloured) {
    this.coloured = coloured;
  }

  /** An empty line to add text to, which {@link #add} prints. */
  public Line line() {
    return new Line(coloured);
  }

  /** Prints a line; what does not fit follows on the next ones, as far to the right. */
  public void add(int indent, Line line) {
    row(List.of(indent, COLUMNS - indent), List.of(line(), line));
  }

  public void blank() {
    text.append('\n');
  }

  /**
   * Prints cells beside each other, each on as many lines as it needs. There is a blank between two
   * cells.
   *
   * @param widths of the cells, in columns
   */
  public void row(List<Integer> widths, List<Line> cells) {
    var wrapped = new ArrayList<List<Line>>();
    int height = 1;
    for (int index = 0; index < cells.size(); index++) {
      boolean last = index == cells.size() - 1;
      int width = Math.max(1, last ? widths.get(index) : widths.get(index) - 1);
      wrapped.add(cells.get(index).wrapped(width));
      height = Math.max(height, wrapped.get(index).size());
    }
    for (int number = 0; number < height; number++) {
      Line printed = line();
      int column = 0;
      for (int index = 0; index < cells.size(); index++) {
        List<Line> cell = wrapped.get(index);
        printed.padded(column).followedBy(number < cell.size() ? cell.get(number) : line());
        column += widths.get(index);
      }
      text.append(printed).append('\n');
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
