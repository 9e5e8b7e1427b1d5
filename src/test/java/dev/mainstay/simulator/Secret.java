package dev.mainstay.simulator;

/** A property value the program marked as secret. */
record Secret(Object value) {
  private static final String MASK = "[secret]";

  /** The tree without its secret marks, as AWS gets it. */
  static Object reveal(Object tree) {
    return Trees.map(tree, leaf -> leaf instanceof Secret secret ? reveal(secret.value()) : leaf);
  }

  /** The tree with every secret hidden, as the journal keeps it. */
  static Object hide(Object tree) {
    return Trees.map(tree, leaf -> leaf instanceof Secret ? MASK : leaf);
  }

  @Override
  public String toString() {
    return MASK;
  }
}
