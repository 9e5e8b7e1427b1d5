package dev.mainstay.plan;

import dev.mainstay.cost.offers.PriceFetch;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Fetches today's list prices of a region. */
@Command(
    name = "prices",
    mixinStandardHelpOptions = true,
    description = {
      "Fetch the prices of a region from AWS's public price list, without credentials.",
      "Several hundred MB are fetched and deleted again. An interrupted run goes on where it ended;"
          + " until all is there, the old file stays as it is."
    },
    footer = {"", "For example:", "  prices --region eu-west-1"})
final class PricesCommand implements Callable<Integer> {
  @Option(
      names = "--region",
      paramLabel = "REGION",
      required = true,
      description = "The region, such as eu-west-1.")
  private String region;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description =
          "Where to write the prices. Default: prices.<region>.csv, which a plan of a stack in the"
              + " same folder finds.")
  private Path output;

  @Option(
      names = "--address",
      paramLabel = "URL",
      defaultValue = PriceFetch.AWS,
      description = "Where the price list is, such as a mirror. Default: ${DEFAULT-VALUE}.")
  private URI address;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (!region.matches("[a-z]+(-[a-z]+)+-[0-9]+")) {
      throw new ParameterException(
          spec.commandLine(),
          "--region is %s; allowed: a region, such as eu-west-1".formatted(region));
    }
    PrintWriter out = spec.commandLine().getOut();
    var bar = new ProgressBar(spec.commandLine().getErr());
    Path target = output == null ? Path.of(Prices.fileName(region)) : output;
    PriceFetch.Result result = new PriceFetch(address, bar::show).fetch(region, target);
    bar.end();
    out.printf("%,d prices of %s in %s%n", result.prices(), region, target);
    result.missing().forEach(offer -> out.printf("%s has no file for %s%n", offer, region));
    result.ambiguous().forEach(item -> out.printf("%s has several prices and is left out%n", item));
    out.flush();
    return 0;
  }
}
