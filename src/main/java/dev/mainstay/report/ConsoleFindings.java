package dev.mainstay.report;

import dev.mainstay.cost.Amount;
import dev.mainstay.cost.CostChange;
import dev.mainstay.disruption.Change;
import dev.mainstay.disruption.Disruption;
import dev.mainstay.disruption.Effect;
import dev.mainstay.posture.model.Result;
import dev.mainstay.posture.model.Status;
import dev.mainstay.report.view.CostChangeView;
import dev.mainstay.resilience.Availability;
import dev.mainstay.resilience.model.Outcome;
import dev.mainstay.resilience.model.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What the analyses found, for the terminal. */
final class ConsoleFindings {
  private static final int FAILURE_COLUMNS = 48;
  private static final int OUTCOME_COLUMNS = 11;

  private final Lines lines;
  private final Paint paint;

  ConsoleFindings(Lines lines, Paint paint) {
    this.lines = lines;
    this.paint = paint;
  }

  void print(Findings findings) {
    survival(findings);
    controls(findings.posture());
    cost(findings);
    findings.disruption().ifPresent(this::changes);
    findings.costChange().filter(CostChange::isFelt).map(CostChangeView::of).ifPresent(this::costChange);
  }

  private void survival(Findings findings) {
    Availability availability = findings.resilience().availability();
    title(
        "Survives",
        "%s %s, %s".formatted(Availability.TITLE, availability.text(), availability.detail()));
    findings.resilience().verdicts().forEach(this::verdict);
    findings
        .missedTargets()
        .forEach(
            missed ->
                lines.add(
                    "  "
                        + paint.bad(
                            Lines.shortened(
                                "misses its targets: " + missed.verdict().failure().title(),
                                Lines.WIDTH_COLUMNS - 2))));
  }

  private void verdict(Verdict verdict) {
    String outcome =
        Lines.padded(verdict.outcome().name().toLowerCase(Locale.ROOT), OUTCOME_COLUMNS);
    lines.add(
        "  "
            + Lines.padded(verdict.failure().title(), FAILURE_COLUMNS)
            + colour(verdict.outcome()).apply(outcome)
            + verdict.interruption().text());
  }

  private UnaryOperator<String> colour(Outcome outcome) {
    return switch (outcome) {
      case SURVIVES -> paint::good;
      case DEGRADED, UNKNOWN -> paint::warning;
      case DOWN -> paint::bad;
    };
  }

  private void controls(List<Result> posture) {
    title(
        "Controls",
        "%d passed, %d failed, %d waived, %d not known"
            .formatted(
                count(posture, Status.PASSED),
                count(posture, Status.FAILED),
                count(posture, Status.WAIVED),
                count(posture, Status.UNKNOWN)));
    posture.stream()
        .filter(result -> result.status() == Status.FAILED)
        .forEach(
            result -> {
              lines.add(
                  "  "
                      + paint.bad(result.control().name())
                      + paint.faint(
                          Lines.shortened(
                              "  " + String.join(", ", result.control().ids()),
                              Lines.WIDTH_COLUMNS - 2 - result.control().name().length())));
              result.findings().forEach(finding -> lines.wrapped("    ", finding.toString()));
            });
  }

  private static long count(List<Result> posture, Status status) {
    return posture.stream().filter(result -> result.status() == status).count();
  }

  private void cost(Findings findings) {
    Amount total = findings.cost().total();
    title(
        "Cost",
        "%s USD per month by list prices; not included: %s"
            .formatted(total.text(), total.missing()));
    lines.wrapped(
        "  ",
        findings.cost().byComponent().entrySet().stream()
            .map(entry -> "%s %s".formatted(entry.getKey(), entry.getValue().text()))
            .collect(Collectors.joining(", ")));
    if (!findings.cost().savings().each().isEmpty()) {
      lines.wrapped(
          "  ",
          "Possible savings: %,.2f USD per month; the reports name them."
              .formatted(findings.cost().savings().usd()));
    }
  }

  private void costChange(CostChangeView change) {
    lines.add("");
    lines.add(paint.bold("Cost of the change"));
    lines.wrapped("  ", change.summary());
    for (CostChangeView.Difference each : change.components()) {
      lines.add("  " + Lines.padded(each.what(), FAILURE_COLUMNS) + each.usd());
    }
    change.causes().forEach(it -> lines.wrapped("    ", it.usd() + " " + it.what()));
    change.notIncluded().forEach(it -> lines.wrapped("    ", "not included: " + it));
  }

  private void changes(Disruption disruption) {
    List<Change> felt =
        disruption.changes().stream().filter(change -> change.effect() != Effect.NOTHING).toList();
    int others = disruption.changes().size() - felt.size();
    title(
        "Change",
        disruption.changes().isEmpty()
            ? "none"
            : "%d felt, %d that nobody feels".formatted(felt.size(), others));
    for (Change change : felt) {
      String name = change.urn().substring(change.urn().lastIndexOf("::") + 2);
      String what =
          change.property().isEmpty()
              ? name
              : "%s %s: %s -> %s".formatted(name, change.property(), change.from(), change.to());
      String effect = change.effect().words();
      boolean harmless = change.effect() == Effect.CREATE;
      lines.add("  " + (harmless ? paint.good(effect) : paint.warning(effect)));
      lines.wrapped("    ", what);
      if (!change.downtime().isEmpty() || !change.when().isEmpty()) {
        lines.wrapped("    ", (change.downtime() + ", " + change.when()).replaceAll("^, |, $", ""));
      }
    }
  }

  private void title(String title, String detail) {
    lines.add("");
    lines.add(paint.bold(title) + "  " + detail);
  }
}
