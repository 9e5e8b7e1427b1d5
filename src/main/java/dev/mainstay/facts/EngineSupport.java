package dev.mainstay.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How long AWS supports a major version of an engine.
 *
 * @param engine {@code postgres} or {@code redis}
 * @param standardEnds the last day of standard support
 * @param extendedEnds the last day of Extended Support, which has a price
 * @param usdPerVcpuHour the price of Extended Support in us-east-1 in its first two years; empty if
 *     not known
 */
public record EngineSupport(
    String engine,
    String major,
    LocalDate standardEnds,
    LocalDate extendedEnds,
    Optional<BigDecimal> usdPerVcpuHour) {

  private static final List<EngineSupport> ALL =
      Table.rows("engine-support.csv").stream()
          .map(
              row ->
                  new EngineSupport(
                      row.get("engine"),
                      row.get("major"),
                      LocalDate.parse(row.get("standardEnds")),
                      LocalDate.parse(row.get("extendedEnds")),
                      row.get("usdPerVcpuHour").isEmpty()
                          ? Optional.empty()
                          : Optional.of(new BigDecimal(row.get("usdPerVcpuHour")))))
          .toList();

  /** The support of a version; empty if not known. */
  public static Optional<EngineSupport> of(String engine, String version) {
    String major = version.split("\\.", 2)[0];
    return ALL.stream()
        .filter(support -> support.engine.equals(engine) && support.major.equals(major))
        .findFirst();
  }
}
