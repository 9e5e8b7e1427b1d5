package dev.mainstay.plan;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The commands of the program when a user starts it. */
@Command(
    name = "mainstay",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    description = {
      "Plan a highly available web application on AWS before it is deployed: failure impact,"
          + " monthly cost, controls, changes.",
      "",
      "Without a command, plan every Pulumi.<stack>.yaml in this folder."
    })
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
            .setErr(
                new PrintWriter(
                    new ErrorStream(new PrintWriter(System.err, true, Charset.defaultCharset())),
                    true))
            .setParameterExceptionHandler(Failure::wrongCommandLine)
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
