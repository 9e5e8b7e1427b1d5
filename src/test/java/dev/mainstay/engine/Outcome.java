package dev.mainstay.engine;

/** How a run of the CLI ended, and everything it printed. */
record Outcome(int exitCode, String output) {
  boolean ok() {
    return exitCode == 0;
  }

  Outcome orFail() {
    if (!ok()) {
      throw new AssertionError("pulumi ended with " + exitCode + ":\n" + output);
    }
    return this;
  }
}
