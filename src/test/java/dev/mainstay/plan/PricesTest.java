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
  void oneRowOverridesOnePriceAndTheOthersStay() throws IOException {
    // 1,485.88 + 4 x 730 h x (0.25 - 0.21275) = 1,594.65
    assertThat(
            total("region,service,item,unit,usd", "eu-central-1,ec2-windows,m7i.large,hour,0.25"))
        .isEqualTo("{\"usd\":1594.65,\"notPriced\":0}");
  }

  @Test
  void aRowOverridesABuiltInPrice() throws IOException {
    // 1,485.88 - 0.50
    assertThat(total("region,service,item,unit,usd", "eu-central-1,kms,customer-key,month,0.50"))
        .isEqualTo("{\"usd\":1485.38,\"notPriced\":0}");
  }

  @Test
  void anOwnPriceInOneZoneIsDoubledForTheStandby() throws IOException {
    // 1,485.88 - 2 x 730 h x (0.20 - 0.10) = 1,339.88
    assertThat(
            total(
                "region,service,item,unit,usd",
                "eu-central-1,rds-postgres-single-az,db.m7g.large,hour,0.10"))
        .isEqualTo("{\"usd\":1339.88,\"notPriced\":0}");
  }

  @Test
  void theFileOfTheRegionBesideTheStackIsFound() throws IOException {
    Files.copy(Path.of("Pulumi.prod.yaml"), folder.resolve("Pulumi.prod.yaml"));
    Files.writeString(
        folder.resolve("prices.eu-central-1.csv"),
        "region,service,item,unit,usd\neu-central-1,kms,customer-key,month,0.50\n");
    Files.writeString(folder.resolve("prices.eu-west-1.csv"), "of another region, never opened");
    Path json = folder.resolve("report.json");

    int status =
        CommandLine.run(
            "plan", folder.resolve("Pulumi.prod.yaml").toString(), "--json", json.toString());

    assertThat(status).isZero();
    assertThat(Files.readString(json)).contains("\"usd\": 1485.38");
  }

  @Test
  void aDamagedFileBesideTheStackIsNamed() throws IOException {
    Files.copy(Path.of("Pulumi.prod.yaml"), folder.resolve("Pulumi.prod.yaml"));
    Path found = Files.writeString(folder.resolve("prices.eu-central-1.csv"), "service,item\n");

    Ran ran = Ran.command("plan", folder.resolve("Pulumi.prod.yaml").toString());

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err())
        .isEqualTo(
            "%s, line 1: column region, unit, usd is missing; required: region, service, item,"
                    .formatted(found)
                + " unit, usd\n");
  }
}
