package dev.mainstay.plan;

import dev.mainstay.config.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Ends a failed command with a message. Only a defect prints a stack trace. */
final class Failure {
  private static final int REFUSED = 1;

  private Failure() {}

  static int report(Exception failure, PrintWriter err) throws Exception {
    if (failure instanceof UncheckedIOException unreadable) {
      return report(unreadable.getCause(), err);
    }
    if (!(failure instanceof Refusal) && !(failure instanceof IOException)) {
      throw failure;
    }
    err.println(failure.getMessage());
    return REFUSED;
  }

  /** Prints the error and the usage of the command; without colours, as {@link ErrorStream} is. */
  static int wrongCommandLine(ParameterException wrong, String[] args) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(wrong.getMessage());
    if (!UnmatchedArgumentException.printSuggestions(wrong, err)) {
      command.usage(err, Ansi.OFF);
    }
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }
}
