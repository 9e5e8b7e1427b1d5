package dev.mainstay.cost;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The prices under {@code dev/mainstay/prices}: a file for each region, and one for what costs the
 * same in all of them. Only the files that are asked for are opened, each once.
 */
final class ShippedPrices implements PriceBook {
  static final PriceBook ALL =
      new ShippedPrices(
          name -> ShippedPrices.class.getResourceAsStream("/dev/mainstay/prices/" + name));

  private static final Pattern REGION = Pattern.compile("[a-z]+(-[a-z]+)+-[0-9]+");

  private final Function<String, InputStream> files;
  private final Map<String, PriceList> read = new ConcurrentHashMap<>();

  /**
   * Reads from elsewhere.
   *
   * @param files opens the file of a name; null if there is none
   */
  ShippedPrices(Function<String, InputStream> files) {
    this.files = files;
  }

  @Override
  public PriceList of(String region) {
    PriceList everywhere = read.computeIfAbsent(PriceList.EVERYWHERE, this::file);
    return REGION.matcher(region).matches()
        ? read.computeIfAbsent(region, this::file).over(everywhere)
        : everywhere;
  }

  private PriceList file(String region) {
    String name = region + ".csv";
    try (InputStream file = files.apply(name)) {
      return file == null
          ? new PriceList()
          : PriceFile.ofRegion(name, region, new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
