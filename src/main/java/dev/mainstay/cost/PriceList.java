package dev.mainstay.cost;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** List prices by region, service, item and unit. */
public final class PriceList {
  /** Stands for the region of a price that is the same in all of them. */
  static final String EVERYWHERE = "global";

  /** The services whose prices are those of another one, times a factor that has a row, too. */
  private static final Map<String, Multiple> MULTIPLES =
      Map.of(
          "rds-postgres-multi-az", Multiple.ofSingleAz("rds-postgres-single-az"),
          "rds-mysql-multi-az", Multiple.ofSingleAz("rds-mysql-single-az"),
          "rds-mariadb-multi-az", Multiple.ofSingleAz("rds-mariadb-single-az"),
          "rds-storage-multi-az", Multiple.ofSingleAz("rds-storage-single-az"),
          "elasticache-valkey", new Multiple("elasticache-redis", "factor-over-redis"));

  private record Multiple(String service, String factor) {
    static Multiple ofSingleAz(String service) {
      return new Multiple(service, "factor-over-single-az");
    }
  }

  private record Key(String region, String service, String item, String unit) {}

  private final Map<Key, Price> prices = new HashMap<>();

  /** Adds a price; false if there was one for the same thing. */
  boolean add(String region, String service, String item, Price price) {
    return prices.putIfAbsent(new Key(region, service, item, price.unit()), price) == null;
  }

  /** These prices, and those of another list for whatever this one has none of. */
  PriceList over(PriceList other) {
    var both = new PriceList();
    both.prices.putAll(other.prices);
    both.prices.putAll(prices);
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
    return Optional.ofNullable(prices.get(new Key(region, service, item, unit)))
        .or(() -> Optional.ofNullable(prices.get(new Key(EVERYWHERE, service, item, unit))));
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
        "%s times the price of %s".formatted(factor.toPlainString(), service),
        base.sources(),
        base.asOf());
  }
}
