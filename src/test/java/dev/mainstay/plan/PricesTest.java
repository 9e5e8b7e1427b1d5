package dev.mainstay.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.mainstay.CommandLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --prices} does to the cost of prod. */
class PricesTest {
  @TempDir private Path folder;

  private String total(String... prices) throws IOException {
    Path file = folder.resolve("own.csv");
    Files.writeString(file, String.join("\n", prices));
    Path json = folder.resolve("report.json");
    int status =
        CommandLine.run(
            "plan", "Pulumi.prod.yaml", "--prices", file.toString(), "--json", json.toString());
    assertThat(status).isZero();
    return JsonParser.parseString(Files.readString(json))
        .getAsJsonObject()
        .getAsJsonObject("cost")
        .get("total")
        .toString();
  }

  @Test
  void oneRowFillsOneGapAndThePricesOfTheProgramStay() throws IOException {
    assertThat(
            total("region,service,item,unit,usd", "eu-central-1,ec2-windows,m7i.large,hour,0.25"))
        .isEqualTo("{\"usd\":1065.15,\"notPriced\":20}");
  }

  @Test
  void aRowReplacesThePriceOfTheProgram() throws IOException {
    assertThat(total("region,service,item,unit,usd", "eu-central-1,kms,customer-key,month,0.50"))
        .isEqualTo("{\"usd\":334.65,\"notPriced\":21}");
  }

  @Test
  void thePriceInOneZoneOfOnesOwnIsDoubledForTwo() throws IOException {
    assertThat(
            total(
                "region,service,item,unit,usd",
                "eu-central-1,rds-postgres-single-az,db.m7g.large,hour,0.10"))
        .isEqualTo("{\"usd\":481.15,\"notPriced\":20}");
  }
}
