package dev.mainstay.report.drawing;

import dev.mainstay.report.drawing.Effects.Mark;
import java.util.List;

/**
 * A line between two boxes.
 *
 * @param style what goes along it, as a style class
 * @param path as SVG has it
 * @param marks what failures do to it: those of the box it comes from or leads to
 */
record Wire(String style, String path, List<Mark> marks) {
  /** Down from one box, across at a height between them, and down into another. */
  static Wire down(String style, Box from, int bendY, Box to, List<Mark> marks) {
    return new Wire(
        style,
        "M%d %d V%d H%d V%d".formatted(from.wireX(), from.bottom(), bendY, to.wireX(), to.y()),
        marks);
  }

  /** Down from one box to a bend, and from there along the left side of others into one. */
  static Wire aside(String style, Box from, int bendY, int asideX, Box to, List<Mark> marks) {
    return new Wire(
        style,
        "M%d %d V%d H%d V%d H%d"
            .formatted(from.wireX(), from.bottom(), bendY, asideX, to.centerY(), to.x()),
        marks);
  }

  /** From the right side of one box to the left side of the next. */
  static Wire across(String style, Box from, Box to, List<Mark> marks) {
    return new Wire(
        style, "M%d %d H%d".formatted(from.x() + from.width(), from.centerY(), to.x()), marks);
  }
}
