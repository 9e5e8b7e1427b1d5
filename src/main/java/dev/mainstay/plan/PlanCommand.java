package dev.mainstay.plan;

import dev.mainstay.config.Refusal;
import dev.mainstay.cost.PriceFile;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.report.ConsoleReport;
import dev.mainstay.report.Findings;
import dev.mainstay.report.PlannedStack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plans stacks from their configuration files, without network, account or Pulumi CLI. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = "Plan stacks from their configuration files, offline.")
final class PlanCommand implements Callable<Integer> {
  private static final int REFUSED = 1;

  private final StackProgram.Source programs;

  @Parameters(
      paramLabel = "STACK",
      description = "Names of stacks, or their files. Default: every Pulumi.<stack>.yaml here.")
  private List<String> stacks = List.of();

  @Mixin private ReportFiles reports;

  @Spec private CommandSpec spec;

  PlanCommand(StackProgram.Source programs) {
    this.programs = programs;
  }

  @Override
  public Integer call() throws IOException {
    var planned = new ArrayList<PlannedStack>();
    var refusals = new ArrayList<Refusal>();
    for (StackFile file : files()) {
      try {
        planned.add(plan(file));
      } catch (Refusal refusal) {
        refusals.add(refusal);
      }
    }
    spec.commandLine().getOut().print(new ConsoleReport(Ansi.AUTO).of(planned));
    spec.commandLine().getOut().flush();
    reports.write(planned);
    refusals.forEach(refusal -> spec.commandLine().getErr().println(refusal.getMessage()));
    return refusals.isEmpty() ? 0 : REFUSED;
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

  private PlannedStack plan(StackFile file) throws IOException {
    String project = file.project();
    StackProgram program = programs.of(project, file.stack(), file.config());
    ResourceGraph graph =
        GraphCapture.of(project, file.stack(), program.region(), program.declare());
    return new PlannedStack(
        program.region(),
        file.path().toString(),
        graph,
        program.relaxations(),
        program.waivers(),
        Findings.of(graph, program.waivers(), Optional.empty(), PriceFile.shipped()));
  }
}
