package dev.mainstay.facts;

import java.util.Optional;

/**
 * A family of instance types with the same sizes that often costs less.
 *
 * @param family such as {@code m7g}
 * @param note why it costs less, or what it requires
 */
public record Successor(String family, String note) {

  /**
   * The successor of a family.
   *
   * @param service {@code rds}, {@code elasticache} or {@code ec2}
   */
  public static Optional<Successor> of(String service, String family) {
    return Table.rows("successors.csv").stream()
        .filter(row -> row.get("service").equals(service) && row.get("family").equals(family))
        .map(row -> new Successor(row.get("successor"), row.get("note")))
        .findFirst();
  }
}
