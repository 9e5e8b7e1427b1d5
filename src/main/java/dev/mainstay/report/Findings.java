package dev.mainstay.report;

import dev.mainstay.cost.CostBasis;
import dev.mainstay.cost.CostChange;
import dev.mainstay.cost.MonthlyCost;
import dev.mainstay.disruption.Disruption;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.posture.Posture;
import dev.mainstay.posture.exposure.Reachability;
import dev.mainstay.posture.model.Result;
import dev.mainstay.resilience.Resilience;
import dev.mainstay.resilience.Targets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the analyses say of a stack.
 *
 * @param resilience what it survives
 * @param targets how long it may be down and what it may lose, if it says so
 * @param posture how it stands against each control
 * @param reachability who can reach what
 * @param cost what it costs
 * @param disruption what people feel of the change from an earlier version, if there is one
 * @param costChange what that change adds to the cost
 */
public record Findings(
    Resilience resilience,
    Optional<Targets> targets,
    List<Result> posture,
    Reachability reachability,
    MonthlyCost cost,
    Optional<Disruption> disruption,
    Optional<CostChange> costChange) {

  public static Findings of(
      ResourceGraph graph,
      Map<String, String> waivers,
      Optional<Targets> targets,
      CostBasis basis) {
    return of(graph, graph, waivers, targets, basis);
  }

  /**
   * Of a stack that is not told in full.
   *
   * @param marked the same graph with marks for what is not told: no verdict takes that for granted
   */
  public static Findings of(
      ResourceGraph graph,
      ResourceGraph marked,
      Map<String, String> waivers,
      Optional<Targets> targets,
      CostBasis basis) {
    return new Findings(
        Resilience.of(graph, marked),
        targets,
        Posture.of(marked, waivers),
        Reachability.of(marked),
        MonthlyCost.of(graph, basis),
        Optional.empty(),
        Optional.empty());
  }

  public Findings against(Disruption change, CostChange difference) {
    return new Findings(
        resilience,
        targets,
        posture,
        reachability,
        cost,
        Optional.of(change),
        Optional.of(difference));
  }

  /** The verdicts that miss the targets. */
  public List<Targets.Comparison> missedTargets() {
    return targets.stream()
        .flatMap(each -> each.compare(resilience).stream())
        .filter(Targets.Comparison::missed)
        .toList();
  }
}
