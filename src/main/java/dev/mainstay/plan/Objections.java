package dev.mainstay.plan;

import dev.mainstay.cost.Budget;
import dev.mainstay.disruption.Change;
import dev.mainstay.report.Findings;
import dev.mainstay.report.PlannedStack;
import dev.mainstay.resilience.Targets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Why a stack should not be deployed as it is, although its configuration is sound. */
final class Objections {
  /** The configuration key that a reason to miss the targets is given under. */
  private static final String TARGETS = "operations.targets";

  /** The configuration key that a reason to exceed the budget is given under. */
  private static final String BUDGET = "operations.monthlyBudgetUsd";

  private Objections() {}

  static List<String> to(PlannedStack stack) {
    var found = new ArrayList<String>();
    Findings findings = stack.findings();
    List<Targets.Comparison> missed = findings.missedTargets();
    if (!missed.isEmpty() && !stack.waivers().containsKey(TARGETS)) {
      found.add(
          "Stack %s misses its targets (%s); waive them under mainstay:waivers (operations.targets), or mend:%s"
              .formatted(
                  stack.name(),
                  findings.targets().map(Targets::text).orElse(""),
                  lines(missed.stream().map(Objections::missed).toList())));
    }
    Budget budget = findings.cost().budget();
    if (budget != null
        && budget.verdict() == Budget.Verdict.EXCEEDED
        && !stack.waivers().containsKey(BUDGET)) {
      found.add(
          "Stack %s costs an estimated %s USD per month; mainstay:%s is %s. Raise it, or add to mainstay:waivers%n      %s: <why>"
              .formatted(
                  stack.name(),
                  findings.cost().total().text(),
                  BUDGET,
                  budget.monthlyUsd().toPlainString(),
                  BUDGET));
    }
    List<Change> blocked = findings.disruption().map(change -> change.blocked()).orElse(List.of());
    if (!blocked.isEmpty()) {
      found.add(
          "The change of stack %s loses data; name what may lose it under mainstay:allowDataLoss:%s"
              .formatted(
                  stack.name(), lines(blocked.stream().map(Objections::lost).distinct().toList())));
    }
    return found;
  }

  private static String missed(Targets.Comparison comparison) {
    return "%s: interruption %s, data lost %s"
        .formatted(
            comparison.verdict().failure().title(),
            comparison.verdict().interruption().text(),
            comparison.verdict().dataLoss().text());
  }

  private static String lost(Change change) {
    String name = change.urn().substring(change.urn().lastIndexOf("::") + 2);
    String why =
        change.property().isEmpty() ? "is deleted" : "is replaced for " + change.property();
    return "%s %s: %s".formatted(name, why, change.lost());
  }

  private static String lines(List<String> all) {
    return all.stream().map("%n  - %s"::formatted).collect(Collectors.joining());
  }
}
