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

  /** In each, the second group is the secret; what is read from elsewhere is none. */
  private static final List<Pattern> PATTERNS =
      List.of(
          Pattern.compile(
              "(?i)(%s[\"']?\\s*[=:]\\s*[\"'])([^\"'$\\s{(]{6,})([\"'])".formatted(NAMES)),
          Pattern.compile("(?i)(%s=)([^\"'$\\s{(<%%;&|`,)]{6,})()".formatted(NAMES)),
          Pattern.compile("(://[^/\\s:@\"']+:)([^$\\s{(/@\"']{6,})(@)"),
          Pattern.compile(
              "(-----BEGIN [A-Z ]*PRIVATE KEY-----)(.*?)(-----END|\\z)", Pattern.DOTALL));

  private SecretText() {}

  /** Whether {@code text} has a secret in it. */
  public static boolean isIn(String text) {
    return PATTERNS.stream().anyMatch(pattern -> pattern.matcher(text).find());
  }

  /** The text with {@code standIn} for each of its secrets. */
  static String without(String text, String standIn) {
    String result = text;
    for (Pattern pattern : PATTERNS) {
      result = pattern.matcher(result).replaceAll("$1" + Matcher.quoteReplacement(standIn) + "$3");
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
