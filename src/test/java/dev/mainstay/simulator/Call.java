package dev.mainstay.simulator;

/** One call of the engine on one resource. */
public record Call(Operation operation, String urn, String type) {
  /** The logical name in the program. */
  public String name() {
    return urn.substring(urn.lastIndexOf("::") + 2);
  }
}
