package dev.mainstay.config;

/**
 * Something that may be wrong with the configuration, but that only AWS knows. It is said, and the
 * stack goes ahead.
 *
 * @param key the configuration key
 * @param text what was given and what is not known of it, continuing a sentence that starts with
 *     the key
 */
public record Warning(String key, String text) {
  /** The same warning, seen from the section that holds the key. */
  public Warning under(String section) {
    return new Warning(section + key, text);
  }

  public String message() {
    return key + " " + text;
  }
}
