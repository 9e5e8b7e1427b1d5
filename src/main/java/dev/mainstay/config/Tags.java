package dev.mainstay.config;

import java.util.Map;
import java.util.TreeMap;

/** The tags of a stack's resources. */
public final class Tags {
  private static final String NAME = "Name";

  private Tags() {}

  /**
   * {@code tags} with a {@code Name} for one resource. An existing {@code Name}, such as {@code
   * mainstay-prod}, becomes its prefix, so that the console distinguishes two stacks.
   */
  public static Map<String, String> named(Map<String, String> tags, String name) {
    var result = new TreeMap<>(tags);
    result.merge(NAME, name, (prefix, own) -> prefix + "-" + own);
    return result;
  }
}
