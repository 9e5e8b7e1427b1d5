package dev.mainstay.plan;

import com.google.gson.JsonParseException;
import dev.mainstay.cost.CostBasis;
import dev.mainstay.cost.CostChange;
import dev.mainstay.deployed.DeployedStack;
import dev.mainstay.deployed.PulumiJson;
import dev.mainstay.disruption.Disruption;
import dev.mainstay.graph.Redaction;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.report.ConsoleReport;
import dev.mainstay.report.Findings;
import dev.mainstay.report.PlannedStack;
import dev.mainstay.text.Utf8;
import dev.mainstay.text.Visible;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Analyzes a deployed stack of any program, from its export or preview. */
@Command(
    name = "analyze",
    mixinStandardHelpOptions = true,
    description = "Analyze any deployed AWS stack from its Pulumi export or preview.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:The stack was analyzed, regardless of the verdict.",
      "1:The file cannot be read, or the changes of a preview would lose data.",
      "2:The command line is wrong."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  pulumi stack export | ./mainstay analyze -",
      "  pulumi preview --json --show-sames | ./mainstay analyze -"
    })
final class AnalyzeCommand implements Callable<Integer> {
  private static final int REFUSED = 1;

  @Parameters(
      paramLabel = "FILE",
      description =
          "The JSON output of pulumi stack export or pulumi preview --json; - reads standard"
              + " input.")
  private String file;

  @Option(
      names = "--allow-data-loss",
      paramLabel = "NAME",
      split = ",",
      description =
          "Resources or components that may lose data. NAME.INPUT permits only the loss caused by a"
              + " change of that input. Can be repeated.")
  private List<String> allowDataLoss = List.of();

  @Option(
      names = "--resources",
      description = "List every resource instead of a count for each component.")
  private boolean resources;

  @Mixin private Prices prices;
  @Mixin private ReportFiles reports;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    PlannedStack stack =
        Progress.of(
            err,
            "Reading " + file,
            () -> stack(JsonInput.read(file, read(), AnalyzeCommand::parsed)));
    spec.commandLine().getOut().print(ConsoleReport.of(List.of(stack), Ansi.AUTO, resources));
    spec.commandLine().getOut().flush();
    reports.write(List.of(stack));
    List<String> objections = Objections.to(stack, "with --allow-data-loss");
    objections.forEach(err::println);
    return objections.isEmpty() ? 0 : REFUSED;
  }

  private static PulumiJson parsed(String json) {
    PulumiJson parsed = PulumiJson.read(json);
    if (parsed.before().graph().resources().isEmpty()
        && parsed.after().graph().resources().isEmpty()) {
      throw new JsonParseException("empty: it has no resources to analyze");
    }
    return parsed;
  }

  private String read() throws IOException {
    if (file.equals("-")) {
      return Utf8.read("standard input", System.in.readAllBytes());
    }
    if (!Files.isRegularFile(Path.of(file))) {
      throw new IOException("There is no file %s.".formatted(Visible.of(file)));
    }
    return Utf8.read(Path.of(file));
  }

  private PlannedStack stack(PulumiJson read) throws IOException {
    DeployedStack after = read.after();
    CostBasis basis = CostBasis.of(prices.beside(Path.of(file)));
    Findings findings =
        Findings.of(after.graph(), after.withGaps(), Map.of(), Optional.empty(), basis);
    if (!read.before().equals(after)) {
      // Pulumi marks secrets, so that they are not in either: nor are those it missed.
      ResourceGraph earlier = Redaction.of(read.before().graph());
      ResourceGraph later = Redaction.of(after.graph());
      findings =
          findings.against(
              Disruption.between(earlier, later, allowDataLoss, read.steps()),
              CostChange.between(earlier, later, basis));
    }
    return new PlannedStack(
        findings.cost().region(),
        file.equals("-") ? "Pulumi.%s.yaml".formatted(after.graph().stack()) : file,
        after.graph(),
        List.of(),
        Map.of(),
        after.gaps().stream().map(AnalyzeCommand::doubt).toList(),
        findings);
  }

  private static String doubt(DeployedStack.Gap gap) {
    if (gap.urn().isEmpty()) {
      return gap.why();
    }
    String name = gap.urn().substring(gap.urn().lastIndexOf("::") + 2);
    return "%s, %s: %s".formatted(name, gap.path(), gap.why());
  }
}
