package dev.mainstay.config;

import dev.mainstay.text.Shortened;
import dev.mainstay.text.Visible;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One error in the configuration.
 *
 * @param key the configuration key, relative to what reports it: {@code storageGib} from a
 *     component, {@code mainstay:database.storageGib} from a stack
 * @param text the value given and what is allowed, continuing a sentence that starts with the key
 */
public record Problem(String key, String text) {
  private static final int MOST_CHARACTERS_SHOWN = 120;

  /** {@code given} is not what {@code allowed} describes. */
  public static Problem notAllowed(String key, Object given, String allowed) {
    return new Problem(key, "is %s; allowed: %s".formatted(show(given), allowed));
  }

  /** A required key is missing. */
  public static Problem missing(String key, String allowed) {
    return new Problem(key, "is missing; allowed: " + allowed);
  }

  /** A key that no component reads. */
  public static Problem unknown(String key, String given, Collection<String> known) {
    return new Problem(
        key,
        Nearest.to(given, known)
            .map("is not a known key; did you mean %s?"::formatted)
            .orElse("is not a known key; allowed: " + String.join(", ", known)));
  }

  /** The same problem, seen from the section that holds the key. */
  public Problem under(String section) {
    return new Problem(section + key, text);
  }

  /** The whole message. An unknown key is shortened and escaped like a value. */
  public String message() {
    return Shortened.inMiddle(Visible.of(key), MOST_CHARACTERS_SHOWN) + " " + text;
  }

  /** A value as the user would write it, on one line. A long value is shortened in the middle. */
  public static String show(Object value) {
    return Shortened.inMiddle(Visible.of(written(value)), MOST_CHARACTERS_SHOWN);
  }

  private static String written(Object value) {
    if (value == null) {
      return "not set";
    }
    if (value instanceof String text) {
      return '"' + text + '"';
    }
    if (value instanceof List<?> items) {
      return items.stream().map(Problem::written).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> entry.getKey() + ": " + written(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return value.toString();
  }
}
