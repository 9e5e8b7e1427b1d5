package dev.mainstay.config;

import dev.mainstay.text.Visible;

/**
 * A possible error in the configuration that only AWS can confirm. It is reported and refuses
 * nothing.
 *
 * @param key the configuration key
 * @param text the value and what is in doubt, continuing a sentence that starts with the key
 */
public record Warning(String key, String text) {
  /** The same warning, seen from the section that holds the key. */
  public Warning under(String section) {
    return new Warning(section + key, text);
  }

  public String message() {
    return Visible.lines(key + " " + text);
  }
}
