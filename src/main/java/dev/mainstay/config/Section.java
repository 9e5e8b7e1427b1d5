package dev.mainstay.config;

import java.util.List;

/**
 * The args of a component, which are also a section of the stack's configuration.
 *
 * <p>Public fields are shape and may stand in the configuration file. All other fields are wiring:
 * the stack sets them through the method of the same name.
 */
public interface Section {
  /** Everything that is wrong with these args, found without asking AWS. */
  List<Problem> problems();

  /** Everything about these args that only AWS knows. */
  default List<Warning> warnings() {
    return List.of();
  }

  /** The settings among them that give up a control of the default. */
  default List<Relaxation> relaxations() {
    return List.of();
  }
}
