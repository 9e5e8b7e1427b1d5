package dev.mainstay.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PriceFileTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("own.csv");
  }

  private PriceList read(String... lines) throws IOException {
    return PriceFile.of(Files.writeString(file, String.join("\n", lines) + "\n"));
  }

  @Test
  void aFileOfTheUsersOwnIsRead() throws IOException {
    var prices =
        read(
            "usd,unit,item,service,region,note",
            "0.1, hour, m6i.large, ec2-linux, eu-west-3, with our discount",
            "2,month,hosted-zone,route53,global,");

    assertThat(prices.find("eu-west-3", "ec2-linux", "m6i.large", "hour"))
        .contains(new Price(new BigDecimal("0.1"), "hour", "", "", ""));
    assertThat(prices.find("eu-west-3", "route53", "hosted-zone", "month"))
        .contains(new Price(new BigDecimal("2"), "month", "", "", ""));
    assertThat(prices.find("eu-west-3", "ec2-linux", "m6i.large", "month")).isEmpty();
    assertThat(prices.find("eu-west-1", "ec2-linux", "m6i.large", "hour")).isEmpty();
    assertThat(prices.find("eu-west-3", "ec2-windows", "m6i.large", "hour")).isEmpty();
  }

  @Test
  void anOwnPriceBeatsAMultiple() throws IOException {
    var prices =
        read(
            "region,service,item,unit,usd",
            "eu-west-3,elasticache-redis,cache.t3.small,hour,0.10",
            "eu-west-3,elasticache-redis,cache.t3.micro,hour,0.05",
            "eu-west-3,elasticache-valkey,cache.t3.micro,hour,0.03",
            "eu-west-3,elasticache-valkey,factor-over-redis,factor,0.8");

    assertThat(prices.find("eu-west-3", "elasticache-valkey", "cache.t3.micro", "hour"))
        .contains(new Price(new BigDecimal("0.03"), "hour", "", "", ""));
    assertThat(prices.find("eu-west-3", "elasticache-valkey", "cache.t3.small", "hour"))
        .contains(
            new Price(
                new BigDecimal("0.08"),
                "hour",
                "0.8 times the price of elasticache-redis",
                "",
                ""));
    assertThat(prices.find("eu-west-3", "elasticache-valkey", "cache.t3.large", "hour")).isEmpty();
  }

  @Test
  void everyWrongLineIsNamedAtOnce() {
    assertThatThrownBy(
            () ->
                read(
                    "region,service,item,unit,usd",
                    "eu-west-3,alb,hour,hour,0",
                    "eu-west-3,alb,hour,hour,0.03",
                    "eu-west-3,alb,lcu,lcu,cheap",
                    ",,,,",
                    "eu-west-3,kms,customer-key,month,-1",
                    "eu-west-3,kms"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            String.join(
                "\n",
                file
                    + ", line 3: alb hour in eu-west-3 is listed twice; allowed: one price for each"
                    + " unit",
                file
                    + ", line 4: unit is lcu; allowed: hour, month, gb, gb-month, lcu-hour,"
                    + " iops-month, mibps-month, thousand, million, factor",
                file + ", line 4: usd is cheap; allowed: a number from 0 up",
                file + ", line 5: region is empty; allowed: a name",
                file + ", line 5: service is empty; allowed: a name",
                file + ", line 5: item is empty; allowed: a name",
                file
                    + ", line 5: unit is empty; allowed: hour, month, gb, gb-month, lcu-hour,"
                    + " iops-month, mibps-month, thousand, million, factor",
                file + ", line 5: usd is empty; allowed: a number from 0 up",
                file + ", line 6: usd is -1; allowed: a number from 0 up",
                file + ", line 7: 2 values; allowed: one for each of the 5 columns"));
  }

  @Test
  void missingColumnsAreNamed() {
    assertThatThrownBy(() -> read("region,item,usd", "eu-west-3,hour,1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            file
                + ", line 1: column service, unit is missing; required: region, service, item, unit,"
                + " usd");
  }

  @Test
  void sourceAndDateOfAPriceAreKept() throws IOException {
    var prices =
        read(
            "region,service,item,unit,usd,sources,asOf", "eu-west-3,alb,hour,hour,0.03,offer,2026");

    assertThat(prices.find("eu-west-3", "alb", "hour", "hour"))
        .contains(new Price(new BigDecimal("0.03"), "hour", "", "offer", "2026"));
  }
}
