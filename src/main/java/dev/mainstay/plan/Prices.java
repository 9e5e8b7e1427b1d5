package dev.mainstay.plan;

import dev.mainstay.cost.PriceBook;
import dev.mainstay.cost.PriceFile;
import dev.mainstay.cost.PriceList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The prices that costs are estimated with. */
final class Prices {
  @Option(
      names = "--prices",
      paramLabel = "FILE",
      description =
          "A CSV file whose rows override the built-in prices. Its columns are region, service,"
              + " item, unit and usd; see docs/costs.md. Default: prices.<region>.csv in the folder"
              + " of the stack file, if it exists.")
  private Path file;

  /** The name of the file of a region that is found without being named. */
  static String fileName(String region) {
    return "prices.%s.csv".formatted(region);
  }

  /** The prices for the stack in {@code stack}. */
  PriceBook beside(Path stack) throws IOException {
    PriceBook shipped = PriceBook.shipped();
    if (file != null) {
      return shipped.overriddenBy(read(file));
    }
    return region -> {
      Path found = stack.toAbsolutePath().resolveSibling(fileName(region));
      return (Files.isRegularFile(found) ? shipped.overriddenBy(readFound(found)) : shipped)
          .of(region);
    };
  }

  private static PriceList readFound(Path found) {
    try {
      return read(found);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PriceList read(Path file) throws IOException {
    try {
      return PriceFile.of(file);
    } catch (IllegalArgumentException wrong) {
      throw new IOException(wrong.getMessage(), wrong);
    }
  }
}
