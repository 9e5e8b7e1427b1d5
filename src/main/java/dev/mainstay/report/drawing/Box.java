package dev.mainstay.report.drawing;

import dev.mainstay.report.drawing.Effects.Mark;
import java.util.List;

/**
 * A rectangle of the drawing, with what is written in it.
 *
 * @param style what it stands for, as a style class
 * @param title the first line; the whole of it is in the tooltip if it does not fit
 * @param detail the second line
 * @param marks what failures do to it
 */
record Box(
    String style,
    int x,
    int y,
    int width,
    int height,
    String title,
    String detail,
    List<Mark> marks) {
  private static final int PADDING = 10;
  private static final int FIRST_LINE = 18;
  private static final int SECOND_LINE = 34;

  /** Text is not measured: this is what a character of the drawing's font is wide, on average. */
  private static final double CHARACTER_WIDTH = 6.1;

  /** What stands at the right end of the first line when a failure is selected. */
  private static final int MARK_WIDTH = 76;

  String shortTitle() {
    return fitting(title, width - 2 * PADDING - MARK_WIDTH);
  }

  String shortDetail() {
    return fitting(detail, width - 2 * PADDING);
  }

  int textX() {
    return x + PADDING;
  }

  int titleY() {
    return y + FIRST_LINE;
  }

  int detailY() {
    return y + SECOND_LINE;
  }

  int markX() {
    return x + width - PADDING;
  }

  /** Of frames, whose first line is close to their edge. */
  int captionY() {
    return y + 16;
  }

  int subcaptionY() {
    return y + 30;
  }

  int centerX() {
    return x + width / 2;
  }

  int centerY() {
    return y + height / 2;
  }

  int bottom() {
    return y + height;
  }

  private static String fitting(String text, int pixels) {
    int characters = (int) (pixels / CHARACTER_WIDTH);
    return text.length() <= characters ? text : text.substring(0, characters - 1) + "…";
  }
}
