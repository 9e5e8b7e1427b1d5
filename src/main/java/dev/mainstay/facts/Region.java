package dev.mainstay.facts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An AWS region.
 *
 * @param name such as {@code eu-central-1}
 * @param partition such as {@code aws} or {@code aws-cn}
 * @param zoneLetters the letters of its availability zones as one account saw them; empty if not
 *     known. Other accounts may see other letters, so a missing letter is no error.
 * @param elbAccountId the account that delivers load balancer logs there, if the region has one
 */
public record Region(
    String name, String partition, List<String> zoneLetters, Optional<String> elbAccountId) {

  private static final Map<String, Region> ALL = read();

  public static Optional<Region> named(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  public static Map<String, Region> all() {
    return ALL;
  }

  private static Map<String, Region> read() {
    var regions = new TreeMap<String, Region>();
    for (var row : Table.rows("regions.csv")) {
      String account = row.get("elbAccountId");
      regions.put(
          row.get("region"),
          new Region(
              row.get("region"),
              row.get("partition"),
              row.get("azLetters").chars().mapToObj(Character::toString).toList(),
              account.isEmpty() ? Optional.empty() : Optional.of(account)));
    }
    return Map.copyOf(regions);
  }
}
