package dev.mainstay.facts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The commitment of an AWS service level agreement: a share of each month, with credit if missed.
 * It is not a measurement.
 *
 * @param service such as {@code rds}
 * @param configuration such as {@code multiZone}
 * @param percent of a month
 * @param source the agreement
 * @param verified whether the figure was read there or in a quotation of it
 */
public record ServiceLevel(
    String service, String configuration, BigDecimal percent, String source, boolean verified) {

  private static final List<ServiceLevel> ALL =
      Table.rows("sla.csv").stream()
          .map(
              row ->
                  new ServiceLevel(
                      row.get("service"),
                      row.get("configuration"),
                      new BigDecimal(row.get("percent")),
                      row.get("source"),
                      !row.get("status").equals("unverified")))
          .toList();

  public static Optional<ServiceLevel> of(String service, String configuration) {
    return ALL.stream()
        .filter(
            level -> level.service().equals(service) && level.configuration().equals(configuration))
        .findFirst();
  }
}
