package dev.mainstay.config;

import java.util.Map;
import java.util.TreeMap;

/** The tags of a stack, as each of its resources carries them. */
public final class Tags {
  private static final String NAME = "Name";

  private Tags() {}

  /**
   * {@code tags} with a {@code Name} for one resource. A {@code Name} that is there already, such
   * as {@code mainstay-prod}, becomes the prefix, so that two stacks can be told apart in the
   * console.
   */
  public static Map<String, String> named(Map<String, String> tags, String name) {
    var result = new TreeMap<>(tags);
    result.merge(NAME, name, (prefix, own) -> prefix + "-" + own);
    return result;
  }
}
