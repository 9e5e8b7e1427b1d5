package dev.mainstay.report.view;

import dev.mainstay.report.Findings;
import dev.mainstay.resilience.Availability;
import dev.mainstay.resilience.model.Disruption;
import dev.mainstay.resilience.model.Failure;
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
    List<Verdict> verdicts = within(findings);
    Availability availability = findings.resilience().availability();
    return List.of(
        survived(verdicts),
        interruption(verdicts),
        new Tile(Availability.TITLE, availability.text(), availability.detail(), ""));
  }

  /** The failures that are not the loss of the region, which no stack in one region survives. */
  private static List<Verdict> within(Findings findings) {
    return findings.resilience().verdicts().stream()
        .filter(it -> it.failure().kind() != Failure.Kind.NONE)
        .filter(it -> it.failure().kind().disruption() != Disruption.REGION)
        .toList();
  }

  /** What needs a restore by hand is not survived. */
  private static Tile survived(List<Verdict> verdicts) {
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
    String word = outcome.name().toLowerCase(java.util.Locale.ROOT);
    return number + " " + (outcome == Outcome.UNKNOWN ? "not known" : word);
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
