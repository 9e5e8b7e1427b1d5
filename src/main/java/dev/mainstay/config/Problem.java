package dev.mainstay.config;

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

  /** {@code given} is not what {@code allowed} describes. */
  public static Problem notAllowed(String key, Object given, String allowed) {
    return new Problem(key, "is %s; allowed: %s".formatted(show(given), allowed));
  }

  /** A required key is missing. */
  public static Problem missing(String key, String allowed) {
    return new Problem(key, "is missing; allowed: " + allowed);
  }

  /** A key that nothing reads. */
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

  public String message() {
    return key + " " + text;
  }

  /** A value as the user would write it. */
  public static String show(Object value) {
    if (value == null) {
      return "not set";
    }
    if (value instanceof String text) {
      return '"' + text + '"';
    }
    if (value instanceof List<?> items) {
      return items.stream().map(Problem::show).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> entry.getKey() + ": " + show(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return value.toString();
  }
}
