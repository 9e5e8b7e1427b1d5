package dev.mainstay.facts;

import java.util.List;

/**
 * The TCP port that a database or cache listens on by default.
 *
 * @param number the port
 * @param protocol its protocol, such as {@code PostgreSQL}
 */
public record StorePort(long number, String protocol) {
  private static final List<StorePort> ALL =
      Table.rows("store-ports.csv").stream()
          .map(row -> new StorePort(Long.parseLong(row.get("port")), row.get("protocol")))
          .toList();

  public static List<StorePort> all() {
    return ALL;
  }
}
