package dev.mainstay.report.view;

import dev.mainstay.cost.Amount;
import dev.mainstay.posture.model.Status;
import dev.mainstay.report.Findings;
import dev.mainstay.report.PlannedStack;
import java.util.ArrayList;
import java.util.List;

/** The figures that sum a stack up. */
final class Tiles {
  private Tiles() {}

  static List<Tile> of(PlannedStack stack) {
    Findings findings = stack.findings();
    var tiles = new ArrayList<Tile>();
    tiles.addAll(ResilienceTiles.of(findings));
    tiles.add(controls(findings));
    Amount cost = findings.cost().total();
    tiles.add(
        new Tile(
            "Monthly cost",
            cost.text() + " USD",
            "list prices; not included: " + cost.missing(),
            ""));
    int waivers = stack.relaxations().size();
    tiles.add(
        new Tile(
            "Waivers",
            Integer.toString(waivers),
            waivers == 0 ? "nothing is relaxed" : "each with its reason",
            waivers == 0 ? "good" : "warning"));
    return List.copyOf(tiles);
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
}
