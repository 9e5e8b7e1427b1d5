package dev.mainstay.cost.offers;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.mainstay.cost.PriceFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Fetches the prices of a region from AWS's public price list. The files go to a folder beside the
 * result, so that a later run goes on where this one ended; the result changes only when all of
 * them were read.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/using-the-aws-price-list-bulk-api-fetching-price-list-files-manually.html">Getting
 *     price list files manually</a>
 */
public final class PriceFetch {
  /** AWS's own address of the list. */
  public static final String AWS = "https://pricing.us-east-1.amazonaws.com";

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String INDEX = "/offers/v1.0/aws/%s/current/region_index.json";

  private final URI server;
  private final Download download;
  private final Progress progress;

  /** Is told what goes on. */
  @FunctionalInterface
  public interface Progress {
    /** {@code percent} of the file of {@code offer} are there. */
    void fetched(String offer, long percent);
  }

  /**
   * What was fetched.
   *
   * @param prices how many prices the file has
   * @param missing offers that have no file for the region
   * @param ambiguous prices of which the list has several, and which were left out
   */
  public record Result(int prices, List<String> missing, List<String> ambiguous) {}

  public PriceFetch(URI server, Progress progress) {
    this(server, progress, PATIENCE);
  }

  PriceFetch(URI server, Progress progress, Duration patience) {
    this.server = server;
    this.progress = progress;
    this.download = new Download(patience);
  }

  /**
   * Writes the prices of {@code region} to {@code target}.
   *
   * @throws IOException if a file cannot be had or read; {@code target} is then as it was
   */
  public Result fetch(String region, Path target) throws IOException {
    Path absolute = target.toAbsolutePath();
    Path parts =
        Files.createDirectories(absolute.resolveSibling(absolute.getFileName() + ".parts"));
    var prices = new FetchedPrices();
    var missing = new ArrayList<String>();
    for (String offer : OfferRules.offers()) {
      Optional<URI> file = address(offer, region);
      if (file.isPresent()) {
        read(offer, file.get(), parts, prices);
      } else {
        missing.add(offer);
      }
    }
    if (prices.size() == 0) {
      throw new IOException("The price list has no prices of the region " + region + ".");
    }
    write(region, prices, absolute);
    delete(parts);
    return new Result(prices.size(), List.copyOf(missing), prices.ambiguous());
  }

  private void read(String offer, URI file, Path parts, FetchedPrices prices) throws IOException {
    Path part = parts.resolve(file.getPath().substring(1).replace('/', '_'));
    download.complete(file, part, percent -> progress.fetched(offer, percent));
    try (Reader reader = Files.newBufferedReader(part, StandardCharsets.UTF_8)) {
      prices.read(offer, file.toString(), reader);
    } catch (IOException unreadable) {
      // Going on with a file that cannot be read would fail for ever.
      Files.deleteIfExists(part);
      throw unreadable;
    }
  }

  /** The file of the present version; empty if the offer has none for the region. */
  private Optional<URI> address(String offer, String region) throws IOException {
    URI index = server.resolve(INDEX.formatted(offer));
    String json = new String(download.small(index), StandardCharsets.UTF_8);
    try {
      JsonObject regions =
          JsonParser.parseString(json).getAsJsonObject().getAsJsonObject("regions");
      if (!regions.has(region)) {
        return Optional.empty();
      }
      String url = regions.getAsJsonObject(region).get("currentVersionUrl").getAsString();
      return Optional.of(server.resolve(url.replaceFirst("\\.json$", ".csv")));
    } catch (JsonParseException
        | IllegalStateException
        | NullPointerException
        | ClassCastException other) {
      throw new IOException(index + " is no index of regions; its format has changed", other);
    }
  }

  private static void write(String region, FetchedPrices prices, Path target) throws IOException {
    Path fresh = target.resolveSibling(target.getFileName() + ".new");
    try (BufferedWriter out = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
      prices.write(region, out);
    }
    // Read as a plan will read it, before it takes the place of the old one.
    PriceFile.of(fresh);
    Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
