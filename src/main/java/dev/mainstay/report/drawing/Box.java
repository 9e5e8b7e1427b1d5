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
  private static final double TITLE_CHARACTER_WIDTH = 6.6;

  private static final double DETAIL_CHARACTER_WIDTH = 5.4;

  String shortTitle() {
    return fitting(title, TITLE_CHARACTER_WIDTH);
  }

  String shortDetail() {
    return fitting(detail, DETAIL_CHARACTER_WIDTH);
  }

  int textX() {
    return x + (style.startsWith("subnet") ? Layout.ASIDE + PADDING - 2 : PADDING);
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

  int markY() {
    return y + 4;
  }

  int centerX() {
    return x + width / 2;
  }

  /** Where wires come from and lead to: off the middle, where text is. */
  int wireX() {
    return x + width * 3 / 4;
  }

  int centerY() {
    return y + height / 2;
  }

  int bottom() {
    return y + height;
  }

  private String fitting(String text, double characterWidth) {
    int characters = (int) ((width - 2 * PADDING) / characterWidth);
    return text.length() <= characters ? text : text.substring(0, characters - 1) + "…";
  }
}
