package dev.mainstay.simulator;

/** The calls of an engine that reach AWS. */
public enum Operation {
  CREATE,
  READ,
  UPDATE,
  DELETE,
  INVOKE
}
