package dev.mainstay.cost;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** List prices by region, service, item and unit. */
public final class PriceList {
  private static final String EVERYWHERE = "global";

  /** The services whose prices are those of another one, times a factor that has a row, too. */
  private static final Map<String, Multiple> MULTIPLES =
      Map.of(
          "rds-postgres-multi-az",
          new Multiple("rds-postgres-single-az", "factor-over-single-az"),
          "elasticache-valkey",
          new Multiple("elasticache-redis", "factor-over-redis"));

  private record Multiple(String service, String factor) {}

  private record Key(String region, String service, String item, String unit) {}

  private final Map<Key, BigDecimal> usd = new HashMap<>();

  /** Adds a row; false if there was one for the same thing. */
  boolean add(String region, String service, String item, String unit, BigDecimal price) {
    return usd.putIfAbsent(new Key(region, service, item, unit), price) == null;
  }

  /** These prices, and those of another list for whatever this one has none of. */
  public PriceList over(PriceList other) {
    var both = new PriceList();
    both.usd.putAll(other.usd);
    both.usd.putAll(usd);
    return both;
  }

  /**
   * The price of an item in a region, or everywhere if it is the same there. Empty if the list has
   * none: no price of another region, size or unit stands in for it.
   */
  Optional<Price> find(String region, String service, String item, String unit) {
    return listed(region, service, item, unit).or(() -> multiple(region, service, item, unit));
  }

  private Optional<Price> listed(String region, String service, String item, String unit) {
    return exact(region, service, item, unit).or(() -> exact(EVERYWHERE, service, item, unit));
  }

  private Optional<Price> exact(String region, String service, String item, String unit) {
    return Optional.ofNullable(usd.get(new Key(region, service, item, unit)))
        .map(price -> new Price(price, unit, ""));
  }

  private Optional<Price> multiple(String region, String service, String item, String unit) {
    return Optional.ofNullable(MULTIPLES.get(service))
        .flatMap(
            of ->
                listed(region, service, of.factor(), "factor")
                    .flatMap(
                        factor ->
                            listed(region, of.service(), item, unit)
                                .map(base -> times(base, factor.usd(), of.service()))));
  }

  private static Price times(Price base, BigDecimal factor, String service) {
    return new Price(
        base.usd().multiply(factor).stripTrailingZeros(),
        base.unit(),
        "%s times the price of %s".formatted(factor.toPlainString(), service));
  }
}
