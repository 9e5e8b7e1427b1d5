package dev.mainstay.report.view;

import dev.mainstay.report.Findings;
import dev.mainstay.resilience.Targets;
import dev.mainstay.resilience.model.Failure;
import dev.mainstay.resilience.model.Outcome;
import dev.mainstay.resilience.model.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * A failure and what it does, in words.
 *
 * @param group what belongs together: the failures of one stack
 * @param number its place among the verdicts, which the drawing counts by
 * @param id for links within a page
 * @param style the outcome as a style class
 * @param symbol the outcome for those who do not see colours
 * @param target how it stands to the targets; empty without any
 */
public record FailureView(
    String group,
    int number,
    String id,
    String title,
    String style,
    String symbol,
    String outcome,
    String interruption,
    String dataLoss,
    List<String> why,
    String target) {

  /** All failures, normal operation first. */
  static List<FailureView> of(String stack, Findings findings) {
    List<Targets.Comparison> compared =
        findings.targets().map(it -> it.compare(findings.resilience())).orElse(List.of());
    var views = new ArrayList<FailureView>();
    List<Verdict> verdicts = findings.resilience().verdicts();
    for (int number = 0; number < verdicts.size(); number++) {
      Verdict verdict = verdicts.get(number);
      String target =
          compared.stream()
              .filter(each -> each.verdict().equals(verdict))
              .findFirst()
              .map(FailureView::target)
              .orElse(findings.targets().isEmpty() ? "" : "no target");
      views.add(of(stack, number, verdict, target));
    }
    return List.copyOf(views);
  }

  private static FailureView of(String stack, int number, Verdict verdict, String target) {
    String title = title(verdict.failure());
    return new FailureView(
        Ids.of(stack),
        number,
        Ids.of(stack, title),
        title,
        Ids.of(verdict.outcome().name()),
        symbol(verdict.outcome()),
        outcome(verdict),
        verdict.interruption().text(),
        verdict.dataLoss().text(),
        verdict.why(),
        target);
  }

  static String title(Failure failure) {
    String title = failure.title();
    return Character.toUpperCase(title.charAt(0)) + title.substring(1);
  }

  /** Whether something fails at all. */
  public boolean failing() {
    return number > 0;
  }

  private static String outcome(Verdict verdict) {
    boolean normal = verdict.failure().kind() == Failure.Kind.NONE;
    return switch (verdict.outcome()) {
      case SURVIVES -> normal ? "works" : "survives";
      case DEGRADED -> "degraded";
      case UNKNOWN -> "not known";
      case DOWN -> "down";
    };
  }

  static String symbol(Outcome outcome) {
    return switch (outcome) {
      case SURVIVES -> "✓";
      case DEGRADED -> "!";
      case UNKNOWN -> "?";
      case DOWN -> "✕";
    };
  }

  private static String target(Targets.Comparison comparison) {
    boolean rto = comparison.rto() == Targets.Standing.MISSED;
    boolean rpo = comparison.rpo() == Targets.Standing.MISSED;
    if (comparison.missed()) {
      return rto && rpo ? "misses RTO and RPO" : rto ? "misses RTO" : "misses RPO";
    }
    boolean met =
        comparison.rto() == Targets.Standing.MET && comparison.rpo() == Targets.Standing.MET;
    return met ? "met" : "not known";
  }

  /** Whether a target is missed. */
  public boolean misses() {
    return target.startsWith("misses");
  }
}
