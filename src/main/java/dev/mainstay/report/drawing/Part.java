package dev.mainstay.report.drawing;

import dev.mainstay.graph.ResourceNode;
import java.util.List;

/**
 * Something on the drawing that can fail as a whole.
 *
 * @param kind what it is
 * @param node the resource it belongs to
 * @param title what is written on it
 * @param detail what is written below that
 * @param zones where it stands; all of them if AWS chooses one, or if it stands in several
 * @param oneOfZones whether it stands in only one of {@code zones}, which AWS chooses
 * @param units how many servers or nodes it consists of
 * @param primary whether it is what fails when one thing of its resource does
 */
record Part(
    Kind kind,
    ResourceNode node,
    String title,
    String detail,
    List<String> zones,
    boolean oneOfZones,
    int units,
    boolean primary) {

  enum Kind {
    NAT,
    LOAD_BALANCER,
    SERVERS,
    DATABASE,
    CACHE
  }

  static Part of(Kind kind, ResourceNode node, String title, String detail, List<String> zones) {
    return new Part(kind, node, title, detail, List.copyOf(zones), false, 0, false);
  }

  /** AWS chooses in which of its zones it stands. */
  Part inOneOf() {
    return new Part(kind, node, title, detail, zones, zones.size() > 1, units, primary);
  }

  Part asPrimary() {
    return new Part(kind, node, title, detail, zones, oneOfZones, units, true);
  }

  Part units(int count) {
    return new Part(kind, node, title, detail, zones, oneOfZones, count, primary);
  }

  /** Whether it is gone when {@code zone} is. */
  boolean onlyIn(String zone) {
    return zones.equals(List.of(zone));
  }
}
