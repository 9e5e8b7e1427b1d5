package dev.mainstay.text;

import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * Text in which every character shows: names, tags and reasons come from configurations and stacks,
 * and a control character in one of them would reach the reader's terminal.
 *
 * <p>Escaped are control characters (C0, DEL, C1), format characters (bidirectional overrides and
 * isolates, zero-width characters, byte order marks, tags), line and paragraph separators, unpaired
 * surrogates and letters that have no shape. Variation selectors stay, as emoji contain them.
 */
public final class Visible {
  private static final Map<Integer, String> SHORT =
      Map.of((int) '\n', "\\n", (int) '\r', "\\r", (int) '\t', "\\t");

  private Visible() {}

  /** One line: {@code \n}, {@code \}{@code u001b} and the like stand for what does not show. */
  public static String of(String text) {
    return escaped(text, Visible::hidden, Visible::escape);
  }

  /** The same, but line feeds still end lines: for messages that consist of several lines. */
  public static String lines(String text) {
    return escaped(text, point -> hidden(point) && point != '\n', Visible::escape);
  }

  /** JSON that means the same, and holds none of these characters itself. */
  public static String json(String json) {
    return escaped(json, point -> hidden(point) && point != '\n', Visible::jsonEscape);
  }

  private static String escaped(String text, IntPredicate hidden, IntFunction<String> escape) {
    if (text.codePoints().noneMatch(hidden)) {
      return text;
    }
    var shown = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if (hidden.test(point)) {
                shown.append(escape.apply(point));
              } else {
                shown.appendCodePoint(point);
              }
            });
    return shown.toString();
  }

  private static String escape(int point) {
    return SHORT.getOrDefault(point, (point > 0xffff ? "\\u{%x}" : "\\u%04x").formatted(point));
  }

  private static String jsonEscape(int point) {
    var escapes = new StringBuilder();
    for (char unit : Character.toChars(point)) {
      escapes.append("\\u%04x".formatted((int) unit));
    }
    return escapes.toString();
  }

  private static boolean hidden(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> shapeless(point);
    };
  }

  /**
   * Letters and marks that no font draws: <a
   * href="https://www.unicode.org/Public/UCD/latest/ucd/DerivedCoreProperties.txt">
   * Default_Ignorable_Code_Point</a> without the variation selectors of emoji, and Braille's blank.
   */
  private static boolean shapeless(int point) {
    return switch (point) {
      case 0x034f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x2800, 0x3164, 0xffa0 -> true;
      default -> point >= 0xe0000 && point <= 0xe0fff;
    };
  }
}
