package dev.mainstay.deployed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The parts of a longer text, such as a policy or a boot script, that could name something. */
final class Words {
  /** What can be part of an ARN, an id or a name. */
  private static final Pattern WORD = Pattern.compile("[\\w:/.@+=,!-]+");

  private static final Pattern DELIMITER = Pattern.compile("[:/.@=,!]");
  private static final int SHORTEST_ENCODED_TEXT = 64;

  /** Longer words than any name are data. */
  private static final int LONGEST_WORD = 2048;

  private static final int MOST_DELIMITERS = 40;

  private Words() {}

  /** The longest parts of each word that are {@code wanted}; none is inside another. */
  static Set<String> in(String text, Predicate<String> wanted) {
    var found = new LinkedHashSet<String>();
    var words = WORD.matcher(decoded(text));
    while (words.find()) {
      if (words.end() - words.start() <= LONGEST_WORD) {
        parts(words.group(), wanted, found);
      }
    }
    return found;
  }

  private static void parts(String word, Predicate<String> wanted, Set<String> found) {
    List<Integer> starts = new ArrayList<>(List.of(0));
    List<Integer> ends = new ArrayList<>();
    var delimiters = DELIMITER.matcher(word);
    while (delimiters.find() && ends.size() < MOST_DELIMITERS) {
      ends.add(delimiters.start());
      starts.add(delimiters.end());
    }
    ends.add(word.length());
    int from = 0;
    for (int first = 0; first < starts.size(); first++) {
      int start = starts.get(first);
      for (int last = ends.size() - 1; start >= from && last >= first; last--) {
        String part = word.substring(start, Math.max(start, ends.get(last)));
        if (wanted.test(part)) {
          found.add(part);
          from = ends.get(last);
        }
      }
    }
  }

  /** What a text says, of Base64 too. */
  static String decoded(String text) {
    if (text.length() < SHORTEST_ENCODED_TEXT || text.contains(" ")) {
      return text;
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IllegalArgumentException | CharacterCodingException notEncoded) {
      return text;
    }
  }
}
