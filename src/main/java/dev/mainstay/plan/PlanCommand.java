package dev.mainstay.plan;

import dev.mainstay.config.Refusal;
import dev.mainstay.graph.GraphJson;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.report.ConsoleReport;
import dev.mainstay.report.PlannedStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the captured graph of the one stack that is planned.")
  private Path json;

  @Spec private CommandSpec spec;

  PlanCommand(StackProgram.Source programs) {
    this.programs = programs;
  }

  @Override
  public Integer call() throws IOException {
    List<StackFile> files = files();
    if (json != null && files.size() != 1) {
      throw new IOException("--json writes one stack; name it: plan prod --json FILE");
    }
    var planned = new ArrayList<PlannedStack>();
    var refusals = new ArrayList<Refusal>();
    for (StackFile file : files) {
      try {
        planned.add(plan(file));
      } catch (Refusal refusal) {
        refusals.add(refusal);
      }
    }
    spec.commandLine().getOut().print(new ConsoleReport(Ansi.AUTO).of(planned));
    spec.commandLine().getOut().flush();
    if (json != null && !planned.isEmpty()) {
      write(json, GraphJson.write(planned.get(0).graph()));
    }
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
    program
        .warnings()
        .forEach(it -> spec.commandLine().getErr().println("Warning: " + it.message()));
    ResourceGraph graph =
        GraphCapture.of(project, file.stack(), program.region(), program.declare());
    return new PlannedStack(
        program.region(), graph, program.relaxations(), program.waivers(), program.warnings());
  }

  private static void write(Path file, String content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, content);
  }
}
