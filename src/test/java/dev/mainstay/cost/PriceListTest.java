package dev.mainstay.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PriceListTest {
  private final PriceList prices = new PriceList();
  private final PriceList others = new PriceList();

  @BeforeEach
  void list() {
    row(others, "eu-west-3", "alb", "hour", "hour", "0.03");
    row(others, "eu-west-3", "alb", "lcu", "lcu-hour", "0.008");
  }

  private static void row(
      PriceList list, String region, String service, String item, String unit, String usd) {
    list.add(region, service, item, new Price(new BigDecimal(usd), unit, "", "test", "2026"));
  }

  private static Optional<String> usd(PriceList list, String service, String item, String unit) {
    return list.find("eu-west-3", service, item, unit).map(price -> price.usd().toPlainString());
  }

  @Test
  void onesOwnPricesComeBeforeTheOthers() {
    row(prices, "eu-west-3", "alb", "hour", "hour", "0.02");
    PriceList both = prices.over(others);

    assertThat(usd(both, "alb", "hour", "hour")).contains("0.02");
    assertThat(usd(both, "alb", "lcu", "lcu-hour")).contains("0.008");
  }

  @Test
  void neitherListChangesTheOther() {
    row(prices, "eu-west-3", "alb", "hour", "hour", "0.02");
    prices.over(others);

    assertThat(usd(others, "alb", "hour", "hour")).contains("0.03");
    assertThat(usd(prices, "alb", "lcu", "lcu-hour")).isEmpty();
  }

  @Test
  void thePriceOfARegionComesBeforeThatOfEverywhere() {
    row(others, "global", "alb", "hour", "hour", "9");

    assertThat(usd(others, "alb", "hour", "hour")).contains("0.03");
  }

  @Test
  void aFactorMayHoldEverywhere() {
    row(prices, "global", "elasticache-valkey", "factor-over-redis", "factor", "0.8");
    row(prices, "eu-west-3", "elasticache-redis", "cache.t3.small", "hour", "0.10");

    assertThat(prices.find("eu-west-3", "elasticache-valkey", "cache.t3.small", "hour"))
        .contains(
            new Price(
                new BigDecimal("0.08"),
                "hour",
                "0.8 times the price of elasticache-redis",
                "test",
                "2026"));
  }
}
