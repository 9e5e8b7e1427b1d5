package dev.mainstay.config;

/**
 * A setting that is cheaper or more open than the default, and so needs a waiver.
 *
 * @param key the configuration key, such as {@code database.multiAz}
 * @param effect what is given up, in a few words
 */
public record Relaxation(String key, String effect) {
  /** The same relaxation, seen from the section that holds the key. */
  public Relaxation under(String section) {
    return new Relaxation(section + key, effect);
  }
}
