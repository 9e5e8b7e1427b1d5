package dev.mainstay.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Text in which backticks set off the names of resources: {@code Database `orders` fails over}.
 * Each output shows a name in its own way: as code, in a colour, in quotes.
 *
 * <p>A backtick between two letters or digits belongs to a name, and one without a partner is text.
 */
public final class Marked {
  private static final char MARK = '`';

  /** A part of a text; nothing hidden is in it. */
  public record Run(String text, boolean isName) {}

  private Marked() {}

  /** {@code name} set off. A backtick within it is escaped, so that the name does not end there. */
  public static String name(String name) {
    return name.isEmpty() ? "" : MARK + name.replace("`", "\\u0060") + MARK;
  }

  /** The parts of {@code text} in order, with every character made visible. */
  public static List<Run> runs(String text) {
    var runs = new ArrayList<Run>();
    int done = 0;
    for (int open = opening(text, 0); open >= 0; open = opening(text, done)) {
      int close = closing(text, open + 1);
      if (close < 0) {
        break;
      }
      add(runs, text.substring(done, open), false);
      add(runs, text.substring(open + 1, close), true);
      done = close + 1;
    }
    add(runs, text.substring(done), false);
    return List.copyOf(runs);
  }

  /** {@code text} with names in double quotes, for output that knows nothing but characters. */
  public static String quoted(String text) {
    return rendered(text, name -> '"' + name + '"', UnaryOperator.identity());
  }

  /** {@code text} with each name and everything else made into what an output takes. */
  public static String rendered(
      String text, UnaryOperator<String> name, UnaryOperator<String> other) {
    return runs(text).stream()
        .map(run -> run.isName() ? name.apply(run.text()) : other.apply(run.text()))
        .collect(Collectors.joining());
  }

  private static void add(List<Run> runs, String text, boolean isName) {
    if (!text.isEmpty()) {
      runs.add(new Run(Visible.of(text), isName));
    }
  }

  private static int opening(String text, int from) {
    for (int at = text.indexOf(MARK, from); at >= 0; at = text.indexOf(MARK, at + 1)) {
      if (at == 0 || !belongsToWord(text.charAt(at - 1))) {
        return at;
      }
    }
    return -1;
  }

  /** The end of a name that begins at {@code from}; a name is not empty. */
  private static int closing(String text, int from) {
    for (int at = text.indexOf(MARK, from + 1); at >= 0; at = text.indexOf(MARK, at + 1)) {
      if (at == text.length() - 1 || !belongsToWord(text.charAt(at + 1))) {
        return at;
      }
    }
    return -1;
  }

  private static boolean belongsToWord(char character) {
    return Character.isLetterOrDigit(character) || character == MARK;
  }
}
