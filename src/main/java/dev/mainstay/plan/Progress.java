package dev.mainstay.plan;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.BooleanSupplier;

/** Names a step that takes longer than a second, if the error stream is a terminal. */
final class Progress {
  private static final long PATIENCE_MILLIS = 1000;

  /** What may take long. */
  interface Work<T> {
    T run() throws IOException;
  }

  private Progress() {}

  static <T> T of(PrintWriter err, String what, Work<T> work) throws IOException {
    return of(err, what, PATIENCE_MILLIS, Progress::errorStreamIsTerminal, work);
  }

  /** Java knows this of standard input and output only, so that the shell's command has to tell. */
  private static boolean errorStreamIsTerminal() {
    try {
      return new ProcessBuilder("test", "-t", "2")
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start()
              .waitFor()
          == 0;
    } catch (IOException noSuchCommand) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  static <T> T of(
      PrintWriter err, String what, long patienceMillis, BooleanSupplier terminal, Work<T> work)
      throws IOException {
    var timer = new Timer("progress", true);
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            if (terminal.getAsBoolean()) {
              err.println(what + " ...");
              err.flush();
            }
          }
        },
        patienceMillis);
    try {
      return work.run();
    } finally {
      timer.cancel();
    }
  }
}
