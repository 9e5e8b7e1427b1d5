package dev.mainstay.plan;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What can be asked of the program when it is started by hand. */
@Command(
    name = "mainstay",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    description = "A highly available web application on AWS, planned before it is deployed.")
public final class CommandLineInterface implements Runnable {
  @Spec private CommandSpec spec;

  private CommandLineInterface() {}

  /**
   * Runs the command in {@code args} and returns the exit status; without any, plans every stack.
   */
  public static int run(StackProgram.Source programs, String... args) {
    var commands =
        new CommandLine(new CommandLineInterface())
            .addSubcommand(new PlanCommand(programs))
            .addSubcommand(new AnalyzeCommand())
            .addSubcommand(new PricesCommand())
            .setExecutionExceptionHandler(
                (failure, command, parsed) -> Failure.report(failure, command.getErr()));
    return args.length == 0 ? commands.execute("plan") : commands.execute(args);
  }

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    spec.commandLine().usage(out);
  }
}
