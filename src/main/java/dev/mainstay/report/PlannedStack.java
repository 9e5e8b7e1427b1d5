package dev.mainstay.report;

import dev.mainstay.config.Relaxation;
import dev.mainstay.cost.Budget;
import dev.mainstay.graph.Redaction;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.resilience.Targets;
import java.util.List;
import java.util.Map;

/**
 * What there is to report of a stack.
 *
 * @param region where it would be deployed
 * @param file what it was read from
 * @param graph its resources, without secrets
 * @param relaxations what is less secure or less available than the default
 * @param waivers the reason for each, by configuration key
 * @param doubts warnings, and inputs that could not be read
 * @param findings what the analyses say of it
 */
public record PlannedStack(
    String region,
    String file,
    ResourceGraph graph,
    List<Relaxation> relaxations,
    Map<String, String> waivers,
    List<String> doubts,
    Findings findings) {

  /** The configuration key that a reason to miss the targets is given under. */
  private static final String TARGETS_WAIVER = "operations.targets";

  /** The configuration key that a reason to exceed the budget is given under. */
  public static final String BUDGET_WAIVER = "operations.monthlyBudgetUsd";

  public PlannedStack {
    graph = Redaction.of(graph);
  }

  public String name() {
    return graph.stack();
  }

  /** The failures that miss the targets, unless a waiver says that they may. */
  public List<Targets.Comparison> openTargets() {
    return waivers.containsKey(TARGETS_WAIVER) ? List.of() : findings.missedTargets();
  }

  /** Whether the estimate exceeds the budget, and no waiver says that it may. */
  public boolean exceedsBudget() {
    Budget budget = findings.cost().budget();
    return budget != null
        && budget.verdict() == Budget.Verdict.EXCEEDED
        && !waivers.containsKey(BUDGET_WAIVER);
  }

  public PlannedStack with(Findings others) {
    return new PlannedStack(region, file, graph, relaxations, waivers, doubts, others);
  }
}
