package dev.mainstay.config;

import java.util.List;

/**
 * The args of a component, which are also a section of the stack's configuration.
 *
 * <p>Public fields are settings of the configuration file. The stack sets all other fields, which
 * hold the outputs of other components.
 */
public interface Section {
  /** All problems of these args, found without a call to AWS. */
  List<Problem> problems();

  /** Warnings about values that only AWS can check. */
  default List<Warning> warnings() {
    return List.of();
  }

  /** The settings that are less secure or less available than the default. */
  default List<Relaxation> relaxations() {
    return List.of();
  }
}
