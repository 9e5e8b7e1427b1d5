package dev.mainstay.report.view;

import dev.mainstay.cost.CostChange;
import dev.mainstay.posture.exposure.Reachability;
import dev.mainstay.report.Findings;
import dev.mainstay.report.Highlights;
import dev.mainstay.report.PlannedStack;
import dev.mainstay.report.StackSummary;
import dev.mainstay.report.drawing.Drawing;
import dev.mainstay.resilience.Targets;
import dev.mainstay.text.Marked;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.annotation.Nullable;

/**
 * One stack of a report.
 *
 * @param id for links within a page
 * @param conclusion whether it is fine
 * @param tiles the figures that sum it up
 * @param failures what can fail, and what that does; normal operation first
 * @param availability how the estimate comes about
 * @param ways who can reach what
 * @param doubts warnings, and inputs that could not be read
 * @param changes those from an earlier version; null without one, as templates know no Optional
 */
public record StackView(
    String id,
    String name,
    String project,
    String region,
    long resourceCount,
    Conclusion conclusion,
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
    @Nullable ChangesView changes,
    @Nullable CostChangeView costChange,
    List<Resource> resources,
    List<String> doubts) {

  /** What is relaxed, what that gives up, and why. */
  public record Waiver(String key, String effect, String reason) {}

  /** Who can reach what: a row of the network access. */
  public record Way(String to, String members, String from, String ports, boolean fromInternet) {}

  /** A resource on one line. */
  public record Resource(String component, String name, String type, String words) {}

  public boolean waived() {
    return !waivers.isEmpty();
  }

  public String waiverTitle() {
    return switch (waivers.size()) {
      case 0 -> "No waivers: all secure defaults apply";
      case 1 -> "1 waiver";
      default -> waivers.size() + " waivers";
    };
  }

  public boolean doubtful() {
    return !doubts.isEmpty();
  }

  public String doubtTitle() {
    return "Not read or not checked: %d %s"
        .formatted(doubts.size(), doubts.size() == 1 ? "item" : "items");
  }

  public int doubtCount() {
    return doubts.size();
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
        Conclusion.of(stack),
        Tiles.of(stack),
        Drawing.of(stack.graph(), findings.resilience().verdicts()),
        FailureView.of(stack.name(), findings),
        findings.targets().map(Targets::text).orElse(""),
        findings.resilience().availability().arithmetic(),
        findings.resilience().notJudged().stream().map(CostView::name).toList(),
        PostureView.of(findings.posture()),
        stack.relaxations().stream()
            .map(
                it ->
                    new Waiver(
                        Marked.name(it.key()),
                        it.effect(),
                        stack.waivers().getOrDefault(it.key(), "")))
            .toList(),
        findings.reachability().summary(),
        findings.reachability().ways().stream().map(StackView::way).toList(),
        CostView.of(findings.cost()),
        findings.disruption().map(ChangesView::of).orElse(null),
        findings.costChange().filter(CostChange::isFelt).map(CostChangeView::of).orElse(null),
        resources(stack),
        stack.doubts());
  }

  private static Way way(Reachability.Way way) {
    return new Way(
        Marked.name(way.group()),
        way.members().stream().map(Marked::name).collect(Collectors.joining(", ")),
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
                    Marked.name(node.name()),
                    node.type().substring(node.type().lastIndexOf(':') + 1),
                    Highlights.of(node).orElse("")))
        .toList();
  }
}
