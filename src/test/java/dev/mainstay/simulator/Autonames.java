package dev.mainstay.simulator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;

/** Physical names the provider makes up: the logical one, a hyphen and seven hexadecimal digits. */
final class Autonames {
  /** The bridge lists here which inputs it filled in itself. */
  static final String DEFAULTS = "__defaults";

  private static final int DIGITS = 7;

  private final Map<String, CSVRecord> rows = new HashMap<>();

  Autonames() {
    Table.read("autonames.csv").forEach(row -> rows.put(row.get("type"), row));
  }

  /** The property that holds the physical name, where the provider makes names up. */
  Optional<String> property(ResourceType type) {
    var property = row(type).get("property");
    return Optional.of(property).filter(type.inputs()::containsKey);
  }

  /**
   * Fills the name in when it is missing: the one it had, or a new one.
   *
   * @throws Refused when there is no room for the digits
   */
  void fillIn(
      ResourceType type,
      String name,
      Map<String, Object> olds,
      Map<String, Object> news,
      String seed) {
    var property = property(type).orElse(null);
    if (property == null || news.containsKey(property) || news.containsKey(property + "Prefix")) {
      return;
    }
    news.put(property, isMadeUp(olds, property) ? olds.get(property) : invent(type, name, seed));
    news.put(DEFAULTS, List.of(property));
  }

  static boolean isMadeUp(Map<String, Object> inputs, String property) {
    return inputs.get(DEFAULTS) instanceof List<?> filled && filled.contains(property);
  }

  private String invent(ResourceType type, String name, String seed) {
    var row = row(type);
    var stem = row.get("prefix") + name + "-";
    var room = Integer.parseInt(row.get("maxLength"));
    if (stem.length() + DIGITS > room) {
      throw new Refused(
          "name '%s' plus %d random chars is longer than maximum length %d"
              .formatted(stem, DIGITS, room));
    }
    var made = stem + hash(seed).substring(0, DIGITS);
    return row.get("lowerCase").equals("yes") ? made.toLowerCase(Locale.ROOT) : made;
  }

  private CSVRecord row(ResourceType type) {
    return rows.getOrDefault(type.token(), rows.get("*"));
  }

  private static String hash(String seed) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(seed.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
