package dev.mainstay.graph;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises secrets inside texts such as boot scripts, by how they are written. */
public final class SecretText {
  private static final int SHORTEST_ENCODED_TEXT = 16;
  private static final String NAMES =
      "(?:password|passwd|passphrase|secret_access_key|secret_key|auth_token|api_key)";

  /**
   * A way to write a secret.
   *
   * @param pattern its second group is the secret; what is read from elsewhere is none
   * @param marks every such text has one of these: most texts have none, and to look for these is
   *     quicker
   */
  private record Written(Pattern pattern, List<String> marks) {
    boolean maybeIn(String text) {
      return marks.stream().anyMatch(text::contains);
    }
  }

  private static final List<Written> WAYS =
      List.of(
          new Written(
              Pattern.compile(
                  "(?i)(%s[\"']?\\s*[=:]\\s*[\"'])([^\"'$\\s{(]{6,})([\"'])".formatted(NAMES)),
              List.of("\"", "'")),
          new Written(
              Pattern.compile("(?i)(%s=)([^\"'$\\s{(<%%;&|`,)]{6,})()".formatted(NAMES)),
              List.of("=")),
          new Written(
              Pattern.compile("(://[^/\\s:@\"']+:)([^$\\s{(/@\"']{6,})(@)"), List.of("://")),
          new Written(
              Pattern.compile(
                  "(-----BEGIN [A-Z ]*PRIVATE KEY-----)(.*?)(-----END|\\z)", Pattern.DOTALL),
              List.of("-----BEGIN ")));

  private SecretText() {}

  /** Whether {@code text} has a secret in it. */
  public static boolean isIn(String text) {
    return WAYS.stream().anyMatch(way -> way.maybeIn(text) && way.pattern().matcher(text).find());
  }

  /** The text with {@code standIn} for each of its secrets. */
  static String without(String text, String standIn) {
    String result = text;
    for (Written way : WAYS) {
      if (way.maybeIn(result)) {
        result =
            way.pattern()
                .matcher(result)
                .replaceAll("$1" + Matcher.quoteReplacement(standIn) + "$3");
      }
    }
    return result;
  }

  /** What {@code text} says in Base64; empty if it is none, or nothing that can be read. */
  public static Optional<String> decoded(String text) {
    if (text.length() < SHORTEST_ENCODED_TEXT) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (IllegalArgumentException | CharacterCodingException notEncoded) {
      return Optional.empty();
    }
  }

  static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
