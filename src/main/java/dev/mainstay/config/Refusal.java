package dev.mainstay.config;

import com.pulumi.exceptions.RunException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The configuration is refused. Thrown before anything is registered; Pulumi shows its message
 * alone, without a stack trace.
 */
public final class Refusal extends RunException {
  private final transient List<Problem> problems;

  public Refusal(String what, List<Problem> problems) {
    super(text(what, problems));
    this.problems = List.copyOf(problems);
  }

  /**
   * The name of a component, unless its args have problems. For use inside {@code super(...)}, so
   * that nothing is registered for any caller, from any language, whose args are unsound.
   */
  public static String unlessSound(String componentName, Section args) {
    List<Problem> problems = args.problems();
    if (!problems.isEmpty()) {
      throw new Refusal(componentName, problems);
    }
    return componentName;
  }

  public List<Problem> problems() {
    return problems;
  }

  private static String text(String what, List<Problem> problems) {
    String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
    return problems.stream()
        .map(problem -> "  - " + problem.message())
        .collect(
            Collectors.joining(
                "\n", "%s: %s; nothing was registered.%n".formatted(what, count), ""));
  }
}
