package dev.mainstay.simulator;

/** A value that exists only once a resource does: seen during previews. */
enum Unknown {
  VALUE;

  static boolean isIn(Object tree) {
    return Trees.leaves(tree).stream()
        .anyMatch(leaf -> leaf.value() == VALUE || secretUnknown(leaf.value()));
  }

  private static boolean secretUnknown(Object value) {
    return value instanceof Secret secret && isIn(secret.value());
  }
}
