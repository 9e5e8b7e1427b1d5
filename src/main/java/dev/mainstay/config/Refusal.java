package dev.mainstay.config;

import com.pulumi.exceptions.RunException;
import dev.mainstay.text.Visible;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A configuration with problems, thrown before any resource is registered. Pulumi shows the message
 * without a stack trace.
 */
public final class Refusal extends RunException {
  private final transient List<Problem> problems;

  public Refusal(String what, List<Problem> problems) {
    super(text(what, problems));
    this.problems = List.copyOf(problems);
  }

  /**
   * Returns the name of a component, or throws if its args have problems. It is called inside
   * {@code super(...)}, so that nothing is registered for callers in any language.
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
        .map(problem -> "  - " + Visible.lines(problem.message()))
        .collect(
            Collectors.joining(
                "\n",
                "%s has %s; nothing was registered.%n".formatted(Visible.of(what), count),
                ""));
  }
}
