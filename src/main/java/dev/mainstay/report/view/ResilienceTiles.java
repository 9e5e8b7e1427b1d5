package dev.mainstay.report.view;

import dev.mainstay.report.Findings;
import dev.mainstay.resilience.Availability;
import dev.mainstay.resilience.model.Interruption;
import dev.mainstay.resilience.model.Outcome;
import dev.mainstay.resilience.model.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The figures that sum up what a stack survives. */
final class ResilienceTiles {
  private ResilienceTiles() {}

  static List<Tile> of(Findings findings) {
    var survival = Survival.of(findings);
    Availability availability = findings.resilience().availability();
    return List.of(
        survived(survival),
        interruption(survival.verdicts()),
        new Tile(Availability.TITLE, availability.text(), availability.detail(), ""));
  }

  /** What needs a restore by hand is not survived. */
  private static Tile survived(Survival survival) {
    List<Outcome> others =
        survival.verdicts().stream()
            .map(Verdict::outcome)
            .filter(it -> it != Outcome.SURVIVES)
            .distinct()
            .toList();
    String detail =
        others.isEmpty()
            ? "every zone and component; not the region"
            : others.stream()
                .sorted(Comparator.reverseOrder())
                .map(outcome -> count(survival, outcome))
                .collect(Collectors.joining(", "));
    return new Tile(
        "Failures survived",
        survival.figure(),
        detail,
        others.isEmpty() ? "good" : others.contains(Outcome.DOWN) ? "bad" : "warning");
  }

  private static String count(Survival survival, Outcome outcome) {
    String word = outcome.name().toLowerCase(java.util.Locale.ROOT);
    return survival.count(outcome) + " " + (outcome == Outcome.UNKNOWN ? "not known" : word);
  }

  /** A failure without an upper bound may be the longest: then the figure is a lower bound. */
  private static Tile interruption(List<Verdict> verdicts) {
    Interruption longest =
        verdicts.stream()
            .map(Verdict::interruption)
            .reduce(Interruption::alongside)
            .orElse(Interruption.UNKNOWN);
    List<Verdict> open =
        verdicts.stream().filter(it -> it.interruption().maxSeconds() == null).toList();
    String detail =
        open.isEmpty()
            ? verdicts.stream()
                .max(Comparator.comparing(it -> it.interruption().maxSeconds()))
                .map(it -> it.failure().title())
                .orElse("")
            : "no upper bound: %s%s"
                .formatted(
                    open.get(0).failure().title(),
                    open.size() == 1 ? "" : " and %d more".formatted(open.size() - 1));
    return new Tile("Longest interruption", longest.text(), detail, "");
  }
}
