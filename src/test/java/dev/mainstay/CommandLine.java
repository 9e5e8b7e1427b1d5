package dev.mainstay;

import dev.mainstay.plan.CommandLineInterface;

/** The command line, in this process. */
public final class CommandLine {
  private CommandLine() {}

  /** The exit status. */
  public static int run(String... args) {
    return CommandLineInterface.run(Main::program, args);
  }
}
