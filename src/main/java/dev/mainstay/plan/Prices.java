package dev.mainstay.plan;

import dev.mainstay.cost.PriceFile;
import dev.mainstay.cost.PriceList;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The prices that costs are reckoned with. */
final class Prices {
  @Option(
      names = "--prices",
      paramLabel = "FILE",
      description =
          "Reckon with the prices in FILE, a CSV file with region, service, item, unit and usd.")
  private Path file;

  PriceList list() throws IOException {
    try {
      return file == null ? PriceFile.shipped() : PriceFile.of(file);
    } catch (IllegalArgumentException wrong) {
      throw new IOException(wrong.getMessage(), wrong);
    }
  }
}
