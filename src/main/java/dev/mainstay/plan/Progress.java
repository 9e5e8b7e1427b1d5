package dev.mainstay.plan;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Timer;
import java.util.TimerTask;
import picocli.CommandLine.Help.Ansi;

/** Says what takes so long, if it takes longer than a second. */
final class Progress {
  private static final long PATIENCE_MILLIS = 1000;

  /** What may take long. */
  interface Work<T> {
    T run() throws IOException;
  }

  private Progress() {}

  /** Says it on a terminal alone. */
  static <T> T of(PrintWriter err, String what, Work<T> work) throws IOException {
    return Ansi.AUTO.enabled() ? of(err, what, PATIENCE_MILLIS, work) : work.run();
  }

  static <T> T of(PrintWriter err, String what, long patienceMillis, Work<T> work)
      throws IOException {
    var timer = new Timer("progress", true);
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            err.println(what + " ...");
            err.flush();
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
