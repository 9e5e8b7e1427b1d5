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
      "The command downloads several hundred MB and deletes them afterwards. An interrupted"
          + " download resumes. The previous price file is replaced once all prices are complete."
    },
    footer = {"", "Example:", "  ./mainstay prices --region eu-west-1"})
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
          "The price file. Default: prices.<region>.csv, which plan reads for stacks in the same"
              + " folder.")
  private Path output;

  @Option(
      names = "--address",
      paramLabel = "URL",
      defaultValue = PriceFetch.AWS,
      description = "The address of the price list, such as a mirror. Default: ${DEFAULT-VALUE}.")
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
    result
        .missing()
        .forEach(offer -> out.printf("AWS publishes no %s prices for %s%n", offer, region));
    result
        .ambiguous()
        .forEach(item -> out.printf("%s has several prices and is not included%n", item));
    out.flush();
    return 0;
  }
}
