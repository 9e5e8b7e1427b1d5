package dev.mainstay.report.view;

import dev.mainstay.cost.Amount;
import dev.mainstay.posture.model.Status;
import dev.mainstay.report.Findings;
import dev.mainstay.report.PlannedStack;
import dev.mainstay.resilience.Availability;
import dev.mainstay.resilience.model.Disruption;
import dev.mainstay.resilience.model.Failure;
import dev.mainstay.resilience.model.Outcome;
import dev.mainstay.resilience.model.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The figures that sum a stack up. */
final class Tiles {
  private Tiles() {}

  static List<Tile> of(PlannedStack stack) {
    Findings findings = stack.findings();
    var tiles = new ArrayList<Tile>();
    tiles.add(survived(findings));
    tiles.add(interruption(findings));
    Availability availability = findings.resilience().availability();
    tiles.add(new Tile("Availability", availability.text(), availability.detail(), ""));
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

  /** The failures that are not the loss of the region, which no stack in one region survives. */
  private static List<Verdict> within(Findings findings) {
    return findings.resilience().verdicts().stream()
        .filter(it -> it.failure().kind() != Failure.Kind.NONE)
        .filter(it -> it.failure().kind().disruption() != Disruption.REGION)
        .toList();
  }

  private static Tile survived(Findings findings) {
    List<Verdict> verdicts = within(findings);
    List<Verdict> others =
        verdicts.stream().filter(it -> it.outcome() != Outcome.SURVIVES).toList();
    boolean down = others.stream().anyMatch(it -> it.outcome() == Outcome.DOWN);
    String detail =
        others.isEmpty()
            ? "every zone and component; not the region"
            : others.stream()
                .map(Verdict::outcome)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .map(outcome -> count(others, outcome))
                .collect(Collectors.joining(", "));
    return new Tile(
        "Failures survived",
        "%d of %d".formatted(verdicts.size() - others.size(), verdicts.size()),
        detail,
        others.isEmpty() ? "good" : down ? "bad" : "warning");
  }

  private static String count(List<Verdict> verdicts, Outcome outcome) {
    long number = verdicts.stream().filter(it -> it.outcome() == outcome).count();
    return number + " " + outcome.name().toLowerCase(java.util.Locale.ROOT);
  }

  private static Tile interruption(Findings findings) {
    List<Verdict> known =
        within(findings).stream().filter(it -> it.interruption().maxSeconds() != null).toList();
    int unknown = within(findings).size() - known.size();
    String more = unknown == 0 ? "" : "; %d without a figure".formatted(unknown);
    return known.stream()
        .max(Comparator.comparing(it -> it.interruption().maxSeconds()))
        .map(
            it ->
                new Tile(
                    "Longest interruption",
                    it.interruption().text(),
                    it.failure().title() + more,
                    ""))
        .orElse(new Tile("Longest interruption", "not known", "", ""));
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
