package dev.mainstay.text;

/** Text of a limited length. */
public final class Shortened {
  private static final String GAP = " ... ";

  private Shortened() {}

  /**
   * {@code text} if it has at most {@code most} characters; otherwise its beginning and its end.
   */
  public static String inMiddle(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int kept = most - GAP.length();
    int head = wholeCharacters(text, kept - kept / 2);
    int tail = wholeCharacters(text, text.length() - kept / 2);
    return text.substring(0, head) + GAP + text.substring(tail);
  }

  /** No place between the two halves of one character. */
  private static int wholeCharacters(String text, int place) {
    boolean inside =
        Character.isLowSurrogate(text.charAt(place))
            && Character.isHighSurrogate(text.charAt(place - 1));
    return inside ? place + 1 : place;
  }
}
