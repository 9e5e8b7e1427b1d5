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
          "Reckon with the prices in FILE before those of the program: a CSV file with region,"
              + " service, item, unit and usd; see docs/costs.md.")
  private Path file;

  PriceList list() throws IOException {
    try {
      PriceList shipped = PriceFile.shipped();
      return file == null ? shipped : PriceFile.of(file).over(shipped);
    } catch (IllegalArgumentException wrong) {
      throw new IOException(wrong.getMessage(), wrong);
    }
  }
}
