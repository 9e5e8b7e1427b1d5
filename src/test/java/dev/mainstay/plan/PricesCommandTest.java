package dev.mainstay.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PricesCommandTest {
  @TempDir Path folder;

  @Test
  void whatIsNoRegionIsRefused() {
    Ran ran = Ran.command("prices", "--region", "Frankfurt");

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).startsWith("--region is Frankfurt; allowed: a region, such as eu-west-1");
  }

  @Test
  void aServerThatIsNotThereIsNamedInOneLine() {
    Path target = folder.resolve("prices.csv");

    Ran ran =
        Ran.command(
            "prices",
            "--region",
            "eu-west-2",
            "--address",
            "http://127.0.0.1:1",
            "--output",
            target.toString());

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err())
        .isEqualTo(
            "http://127.0.0.1:1/offers/v1.0/aws/AmazonEC2/current/region_index.json cannot be"
                + " reached: Connection refused\n");
    assertThat(target).doesNotExist();
  }
}
