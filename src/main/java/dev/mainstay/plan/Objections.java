package dev.mainstay.plan;

import dev.mainstay.disruption.Change;
import dev.mainstay.disruption.Disruption;
import dev.mainstay.report.Findings;
import dev.mainstay.report.PlannedStack;
import dev.mainstay.resilience.Targets;
import dev.mainstay.text.Marked;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The reasons not to deploy a stack although its configuration is valid. */
final class Objections {
  private Objections() {}

  /**
   * @param permission where a loss of data is allowed
   */
  static List<String> to(PlannedStack stack, String permission) {
    var found = new ArrayList<String>();
    Findings findings = stack.findings();
    List<Targets.Comparison> missed = stack.openTargets();
    if (!missed.isEmpty()) {
      found.add(
          "Stack %s misses its targets (%s). Change the configuration, or waive them under mainstay:waivers (operations.targets):%s"
              .formatted(
                  Marked.name(stack.name()),
                  findings.targets().map(Targets::text).orElse(""),
                  lines(missed.stream().map(Objections::missed).toList())));
    }
    if (stack.exceedsBudget()) {
      found.add(
          "Stack %s costs an estimated %s USD per month; mainstay:%s is %s. Raise it, or add to mainstay:waivers%n      %s: <why>"
              .formatted(
                  Marked.name(stack.name()),
                  findings.cost().total().text(),
                  PlannedStack.BUDGET_WAIVER,
                  findings.cost().budget().monthlyUsd().toPlainString(),
                  PlannedStack.BUDGET_WAIVER));
    }
    findings.disruption().ifPresent(change -> found.addAll(to(stack, change, permission)));
    return found;
  }

  private static List<String> to(PlannedStack stack, Disruption disruption, String permission) {
    var found = new ArrayList<String>();
    List<Change> blocked = disruption.blocked();
    if (!blocked.isEmpty()) {
      found.add(
          "The changes of stack %s would lose data. Name the resources that may lose it %s:%s"
              .formatted(
                  Marked.name(stack.name()),
                  permission,
                  lines(blocked.stream().map(Objections::lost).distinct().toList())));
    }
    List<Change> refused = disruption.refused();
    if (!refused.isEmpty()) {
      found.add(
          "AWS refuses a change of stack %s:%s"
              .formatted(
                  Marked.name(stack.name()),
                  lines(refused.stream().map(Objections::refused).distinct().toList())));
    }
    return found;
  }

  private static String missed(Targets.Comparison comparison) {
    return "%s: interruption %s, data loss %s"
        .formatted(
            comparison.verdict().failure().title(),
            comparison.verdict().interruption().text(),
            comparison.verdict().dataLoss().text());
  }

  private static String lost(Change change) {
    return "`%s` %s: %s; allow it as %s"
        .formatted(name(change), what(change), change.lost(), permitted(change));
  }

  private static String refused(Change change) {
    return "`%s` %s: %s".formatted(name(change), what(change), change.downtime());
  }

  /** The narrowest entry that allows the loss. */
  private static String permitted(Change change) {
    return change.property().isEmpty()
        ? name(change)
        : name(change) + "." + change.property().replaceAll("\\[[^\\]]*\\]", "");
  }

  private static String what(Change change) {
    return change.property().isEmpty()
        ? "is deleted"
        : "changes in `%s`%s".formatted(change.property(), values(change));
  }

  private static String values(Change change) {
    return change.from().isEmpty() || change.to().isEmpty()
        ? ""
        : " from %s to %s".formatted(change.from(), change.to());
  }

  private static String name(Change change) {
    return change.urn().substring(change.urn().lastIndexOf("::") + 2);
  }

  private static String lines(List<String> all) {
    return all.stream().map("%n  - %s"::formatted).collect(Collectors.joining());
  }
}
