package dev.mainstay.report.view;

import dev.mainstay.cost.CostChange;
import dev.mainstay.posture.exposure.Reachability;
import dev.mainstay.report.Findings;
import dev.mainstay.report.Highlights;
import dev.mainstay.report.PlannedStack;
import dev.mainstay.report.StackSummary;
import dev.mainstay.report.drawing.Drawing;
import dev.mainstay.resilience.Targets;
import java.util.List;
import java.util.Optional;

/**
 * One stack of a report.
 *
 * @param id for links within a page
 * @param failures what can fail, and what that does; normal operation first
 * @param availability how the estimate comes about
 * @param ways who can reach what
 * @param doubts what could not be read or checked
 * @param changes what people feel of the change; empty without an earlier version
 */
public record StackView(
    String id,
    String name,
    String project,
    String region,
    long resourceCount,
    List<Tile> tiles,
    Drawing drawing,
    List<FailureView> failures,
    String targets,
    List<String> availability,
    List<String> notJudged,
    List<PostureView> posture,
    List<Waiver> waivers,
    String reachable,
    List<Way> ways,
    CostView cost,
    List<ChangeView> changes,
    boolean compared,
    CostChangeView costChange,
    List<Resource> resources,
    List<String> doubts) {

  /** What is relaxed, what that gives up, and why. */
  public record Waiver(String key, String effect, String reason) {}

  /** From where something can be reached. */
  public record Way(String to, String members, String from, String ports, boolean fromInternet) {}

  /** A resource on one line. */
  public record Resource(String component, String name, String type, String words) {}

  public boolean waived() {
    return !waivers.isEmpty();
  }

  public boolean doubtful() {
    return !doubts.isEmpty();
  }

  public int doubtCount() {
    return doubts.size();
  }

  public boolean changed() {
    return !changes.isEmpty();
  }

  /** Whether something is left out of the verdicts. */
  public boolean leavesOut() {
    return !notJudged.isEmpty();
  }

  public String notJudgedNames() {
    return String.join(", ", notJudged);
  }

  static StackView of(PlannedStack stack) {
    Findings findings = stack.findings();
    return new StackView(
        Ids.of(stack.name()),
        stack.name(),
        stack.graph().project(),
        stack.region(),
        StackSummary.resources(stack.graph()),
        Tiles.of(stack),
        Drawing.of(stack.graph(), findings.resilience().verdicts()),
        FailureView.of(stack.name(), findings),
        findings.targets().map(Targets::text).orElse(""),
        findings.resilience().availability().arithmetic(),
        findings.resilience().notJudged().stream().map(CostView::name).toList(),
        PostureView.of(findings.posture()),
        stack.relaxations().stream()
            .map(
                it -> new Waiver(it.key(), it.effect(), stack.waivers().getOrDefault(it.key(), "")))
            .toList(),
        findings.reachability().summary(),
        findings.reachability().ways().stream().map(StackView::way).toList(),
        CostView.of(findings.cost()),
        findings.disruption().map(ChangeView::of).orElse(List.of()),
        findings.disruption().isPresent(),
        findings.costChange().filter(CostChange::isFelt).map(CostChangeView::of).orElse(null),
        resources(stack),
        stack.doubts());
  }

  private static Way way(Reachability.Way way) {
    return new Way(
        way.group(),
        String.join(", ", way.members()),
        way.source(),
        way.ports(),
        way.fromInternet() == dev.mainstay.posture.model.Answer.YES);
  }

  private static List<Resource> resources(PlannedStack stack) {
    return stack.graph().resources().stream()
        .filter(node -> node.custom())
        .map(
            node ->
                new Resource(
                    Optional.ofNullable(node.parent()).map(CostView::name).orElse(""),
                    node.name(),
                    node.type().substring(node.type().lastIndexOf(':') + 1),
                    Highlights.of(node).orElse("")))
        .toList();
  }
}
