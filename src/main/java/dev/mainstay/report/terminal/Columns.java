package dev.mainstay.report.terminal;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** How many columns of a terminal text takes: East Asian letters and emoji take two. */
final class Columns {
  private static final Set<UnicodeScript> WIDE_SCRIPTS =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL,
          UnicodeScript.BOPOMOFO,
          UnicodeScript.YI);

  private Columns() {}

  static int of(CharSequence text) {
    return text.codePoints().map(Columns::of).sum();
  }

  static int of(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    boolean wide =
        (WIDE_SCRIPTS.contains(UnicodeScript.of(point)) && !halfWidth(point))
            || within(point, 0x3000, 0x303e)
            || within(point, 0xff01, 0xff60)
            || within(point, 0xffe0, 0xffe6)
            || within(point, 0x1f300, 0x1faff);
    return wide ? 2 : 1;
  }

  private static boolean halfWidth(int point) {
    return within(point, 0xff61, 0xffdc);
  }

  private static boolean within(int point, int first, int last) {
    return point >= first && point <= last;
  }
}
