package dev.mainstay.cost;

/** The price lists of all regions. */
@FunctionalInterface
public interface PriceBook {
  /** The prices of {@code region}, with those that hold in every region. */
  PriceList of(String region);

  /** The prices that ship with the program; the file of a region is read when it is asked for. */
  static PriceBook shipped() {
    return ShippedPrices.ALL;
  }

  /** These prices, except where {@code own} has one for the same region, service, item, unit. */
  default PriceBook overriddenBy(PriceList own) {
    return region -> own.over(of(region));
  }
}
