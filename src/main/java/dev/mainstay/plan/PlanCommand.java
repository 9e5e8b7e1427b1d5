package dev.mainstay.plan;

import dev.mainstay.config.Refusal;
import dev.mainstay.config.Warning;
import dev.mainstay.cost.CostBasis;
import dev.mainstay.cost.CostChange;
import dev.mainstay.disruption.Disruption;
import dev.mainstay.graph.Redaction;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.report.ConsoleReport;
import dev.mainstay.report.Findings;
import dev.mainstay.report.PlannedStack;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plans stacks from their configuration files, without network, account or Pulumi CLI. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = "Plan stacks from their configuration files, offline.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:Every stack was planned, and none of the conditions below applies.",
      "1:A configuration is refused, a file cannot be read, or a stack misses its targets, exceeds"
          + " its budget or would lose data. A waiver permits a missed target or an exceeded"
          + " budget; mainstay:allowDataLoss permits data loss.",
      "2:The command line is wrong."
    })
final class PlanCommand implements Callable<Integer> {
  private static final int REFUSED = 1;

  private final StackProgram.Source programs;

  @Parameters(
      paramLabel = "STACK",
      description =
          "Stack names or stack files. Default: every Pulumi.<stack>.yaml in this folder.")
  private List<String> stacks = List.of();

  @Option(
      names = "--against",
      paramLabel = "OLD",
      description =
          "Show the changes from OLD: a file written by --json, a Pulumi stack export, or a git"
              + " revision. This release plans the configuration of that revision.")
  private String against;

  @Option(
      names = "--resources",
      description = "List every resource instead of a count for each component.")
  private boolean resources;

  @Mixin private Prices prices;
  @Mixin private ReportFiles reports;
  @Spec private CommandSpec spec;

  PlanCommand(StackProgram.Source programs) {
    this.programs = programs;
  }

  @Override
  public Integer call() throws IOException {
    var planned = new ArrayList<PlannedStack>();
    var problems = new ArrayList<String>();
    PrintWriter err = spec.commandLine().getErr();
    List<StackFile> files = files();
    reports.check(files.size());
    for (StackFile file : files) {
      try {
        planned.add(Progress.of(err, "Planning " + file.stack(), () -> plan(file, problems)));
      } catch (Refusal refusal) {
        problems.add(refusal.getMessage());
      }
    }
    spec.commandLine().getOut().print(ConsoleReport.of(planned, Ansi.AUTO, resources));
    spec.commandLine().getOut().flush();
    Progress.of(err, "Writing the reports", () -> reports.write(planned));
    problems.forEach(err::println);
    return problems.isEmpty() ? 0 : REFUSED;
  }

  private List<StackFile> files() throws IOException {
    Path here = Path.of("");
    if (stacks.isEmpty()) {
      List<StackFile> found = StackFile.in(here.toAbsolutePath());
      if (found.isEmpty()) {
        throw new IOException("There is no Pulumi.<stack>.yaml in this folder.");
      }
      return found;
    }
    var named = new ArrayList<StackFile>();
    for (String stack : stacks) {
      named.add(StackFile.named(stack, here));
    }
    return named;
  }

  private PlannedStack plan(StackFile file, List<String> problems) throws IOException {
    StackProgram program = programs.of(file.project(), file.stack(), file.config());
    program
        .warnings()
        .forEach(it -> spec.commandLine().getErr().println("Warning: " + it.message()));
    ResourceGraph graph = capture(file, program);
    var basis =
        new CostBasis(prices.beside(file.path()), program.usage(), program.monthlyBudgetUsd());
    Findings findings = Findings.of(graph, program.waivers(), program.targets(), basis);
    if (against != null) {
      // A plan in a file has no secrets, so that none may look changed.
      Versions versions = new EarlierVersion(against, file, programs).before(graph, program);
      ResourceGraph earlier = Redaction.of(versions.before());
      ResourceGraph later = Redaction.of(versions.after());
      findings =
          findings.against(
              Disruption.between(earlier, later, program.allowDataLoss()),
              CostChange.between(earlier, later, basis));
    }
    var stack =
        new PlannedStack(
            program.region(),
            shown(file.path()),
            graph,
            program.relaxations(),
            program.waivers(),
            program.warnings().stream().map(Warning::message).toList(),
            findings);
    problems.addAll(Objections.to(stack, "under mainstay:allowDataLoss"));
    return stack;
  }

  /** As the repository knows it, if it is planned from there. */
  private static String shown(Path file) {
    Path here = Path.of("").toAbsolutePath();
    Path absolute = file.toAbsolutePath().normalize();
    Path shown = absolute.startsWith(here) ? here.relativize(absolute) : absolute;
    return shown.toString().replace(File.separatorChar, '/');
  }

  static ResourceGraph capture(StackFile file, StackProgram program) throws IOException {
    return GraphCapture.of(file.project(), file.stack(), program.region(), program.declare());
  }
}
