package dev.mainstay.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.Stacks;
import dev.mainstay.facts.Region;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShippedPricesTest {
  private static final Path FOLDER = Path.of("src/main/resources/dev/mainstay/prices");

  private final List<String> opened = new ArrayList<>();
  private final PriceBook prices = new ShippedPrices(this::open);

  private InputStream open(String name) {
    opened.add(name);
    return ShippedPrices.class.getResourceAsStream("/dev/mainstay/prices/" + name);
  }

  private static List<String> regions() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".csv") && !name.equals("global.csv"))
          .map(name -> name.replace(".csv", ""))
          .sorted()
          .toList();
    }
  }

  @Test
  void anEstimateOpensOnlyTheFileOfItsRegion() {
    MonthlyCost.of(Stacks.prod(), CostBasis.of(prices));

    assertThat(opened).containsExactly("global.csv", "eu-central-1.csv");
  }

  @Test
  void aFileIsReadOnce() {
    prices.of("eu-west-2");
    prices.of("eu-west-2");

    assertThat(opened).containsExactly("global.csv", "eu-west-2.csv");
  }

  @Test
  void whatIsNoRegionOpensNoFileOfItsOwn() {
    prices.of("");
    prices.of("../facts/regions");

    assertThat(opened).containsExactly("global.csv");
  }

  @Test
  void aRegionWithoutAFileHasThePricesThatHoldEverywhere() {
    var list = prices.of("xx-nowhere-1");

    assertThat(list.find("xx-nowhere-1", "route53", "hosted-zone", "month")).isPresent();
    assertThat(list.find("xx-nowhere-1", "ec2-linux", "m5.large", "hour")).isEmpty();
  }

  @Test
  void aDamagedFileIsNamedWithItsLine() {
    var damaged =
        new ShippedPrices(
            name ->
                new ByteArrayInputStream(
                    "service,item,unit,usd\nalb,hour,hour,x\n".getBytes(StandardCharsets.UTF_8)));

    org.assertj.core.api.Assertions.assertThatThrownBy(() -> damaged.of(""))
        .hasMessage("global.csv, line 2: usd is x; allowed: a number from 0 up");
  }

  @Test
  void thirtyFourRegionsAreShippedAndKnown() throws IOException {
    assertThat(regions()).hasSize(34).allMatch(name -> Region.named(name).isPresent());
  }

  @Test
  void eachPriceNamesItsSourceAndDate() throws IOException {
    String sources = Files.readString(FOLDER.resolve("SOURCES.md"));
    for (String region : regions()) {
      for (String line : Files.readAllLines(FOLDER.resolve(region + ".csv"))) {
        String[] cells = line.split(",", -1);
        assertThat(cells).as(region + ": " + line).hasSize(7).doesNotContain("");
      }
    }
    assertThat(sources).contains("`ec2instances2025`", "`offer2026`", "`infracost-eu2025`");
  }

  /** By hand, from the files that the shipped ones were made of. */
  @Test
  void theShippedPricesAreThoseOfTheirSources() {
    assertThat(usd("eu-central-1", "rds-postgres-single-az", "db.m7g.large")).isEqualTo("0.2");
    assertThat(usd("eu-central-1", "elasticache-valkey", "cache.m7g.large")).isEqualTo("0.1504");
    assertThat(usd("eu-central-1", "ec2-windows", "m7i.large")).isEqualTo("0.21275");
    assertThat(usd("eu-central-1", "ec2-linux", "m7i.large")).isEqualTo("0.12075");
    assertThat(usd("eu-central-1", "rds-aurora-postgresql", "db.t4g.medium")).isEqualTo("0.085");
    assertThat(usd("sa-east-1", "ec2-linux", "m5.large")).isEqualTo("0.153");
  }

  private String usd(String region, String service, String item) {
    return prices
        .of(region)
        .find(region, service, item, "hour")
        .map(Price::usd)
        .map(BigDecimal::toPlainString)
        .orElse("none");
  }
}
