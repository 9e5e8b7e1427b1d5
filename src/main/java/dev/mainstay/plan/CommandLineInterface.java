package dev.mainstay.plan;

import java.io.PrintWriter;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What can be asked of the program when it is started by hand. */
@Command(
    name = "mainstay",
    mixinStandardHelpOptions = true,
    description = "A highly available web application on AWS, planned before it is deployed.")
public final class CommandLineInterface implements Runnable {
  /** Held here, because loggers that nobody holds forget what they were told. */
  private static final Logger SDK_LOG =
      Logger.getLogger("com.pulumi.deployment.internal.DeploymentImpl");

  @Spec private CommandSpec spec;

  private CommandLineInterface() {}

  /**
   * Runs the command in {@code args} and returns the exit status; without any, plans every stack.
   */
  public static int run(StackProgram.Source programs, String... args) {
    // The SDK logs what a program throws, with its stack trace; here it is shown as a message.
    SDK_LOG.setFilter(record -> false);
    var commands =
        new CommandLine(new CommandLineInterface())
            .addSubcommand(new PlanCommand(programs))
            .addSubcommand(new AnalyzeCommand())
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
