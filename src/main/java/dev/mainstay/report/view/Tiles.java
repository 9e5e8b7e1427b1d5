package dev.mainstay.report.view;

import dev.mainstay.cost.Amount;
import dev.mainstay.posture.model.Status;
import dev.mainstay.report.Findings;
import dev.mainstay.report.PlannedStack;
import java.util.ArrayList;
import java.util.List;

/**
 * The figures that sum a stack up: what it costs, what is open or waived, what changed, the rest.
 */
final class Tiles {
  private Tiles() {}

  static List<Tile> of(PlannedStack stack) {
    Findings findings = stack.findings();
    var tiles = new ArrayList<Tile>();
    tiles.add(cost(findings.cost().total()));
    tiles.add(controls(findings));
    tiles.add(waivers(stack.relaxations().size()));
    findings.disruption().map(ChangesView::of).map(Tiles::changes).ifPresent(tiles::add);
    tiles.addAll(ResilienceTiles.of(findings));
    return List.copyOf(tiles);
  }

  private static Tile cost(Amount total) {
    return new Tile(
        "Monthly cost", total.text() + " USD", "list prices; not included: " + total.missing(), "");
  }

  private static Tile controls(Findings findings) {
    long passed = PostureView.count(findings.posture(), Status.PASSED);
    long failed = PostureView.count(findings.posture(), Status.FAILED);
    long waived = PostureView.count(findings.posture(), Status.WAIVED);
    long unknown = PostureView.count(findings.posture(), Status.UNKNOWN);
    return new Tile(
        "Controls passed",
        "%d of %d".formatted(passed, passed + failed + waived + unknown),
        "%d failed, %d waived, %d not known".formatted(failed, waived, unknown),
        failed > 0 ? "bad" : waived + unknown > 0 ? "warning" : "good");
  }

  private static Tile waivers(int count) {
    return new Tile(
        "Waivers",
        Integer.toString(count),
        count == 0 ? "all secure defaults apply" : "each with its reason",
        count == 0 ? "good" : "warning");
  }

  private static Tile changes(ChangesView changes) {
    return new Tile(
        "Changes",
        changes.withImpact() + " with impact",
        changes.withoutImpact() + " without",
        changes.style());
  }
}
