package dev.mainstay.plan;

import dev.mainstay.config.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;

/** How a failed command ends: with a message, not a stack trace, unless it is a defect. */
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
}
