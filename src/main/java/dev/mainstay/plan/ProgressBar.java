package dev.mainstay.plan;

import java.io.PrintWriter;
import picocli.CommandLine.Help.Ansi;

/** The progress of a download: a bar on a terminal, otherwise a line for each file. */
final class ProgressBar {
  private static final int COLUMNS = 40;
  private static final int NAME_COLUMNS = 20;

  private final PrintWriter err;
  private final boolean terminal;
  private String name = "";
  private long shownPercent = -1;

  ProgressBar(PrintWriter err) {
    this(err, Ansi.AUTO.enabled());
  }

  ProgressBar(PrintWriter err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  void show(String file, long percent) {
    boolean next = !file.equals(name);
    if (next) {
      end();
      name = file;
      if (!terminal) {
        err.println("Fetching " + file);
        err.flush();
      }
    }
    if (terminal && (next || percent != shownPercent)) {
      int done = (int) (COLUMNS * percent / 100);
      err.printf(
          "\r%-" + NAME_COLUMNS + "s [%s%s] %3d %%",
          file,
          "#".repeat(done),
          " ".repeat(COLUMNS - done),
          percent);
      err.flush();
      shownPercent = percent;
    }
  }

  /** Leaves the line of the bar, if it stands on one. */
  void end() {
    if (terminal && !name.isEmpty()) {
      err.println();
      err.flush();
    }
    name = "";
  }
}
