package dev.mainstay.report.view;

import dev.mainstay.disruption.Change;
import dev.mainstay.disruption.Effect;
import dev.mainstay.posture.model.Status;
import dev.mainstay.report.Findings;
import dev.mainstay.report.PlannedStack;
import dev.mainstay.resilience.model.Failure;
import dev.mainstay.resilience.model.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a stack is fine, in one line: what failed decides, then what is not known, then what is
 * waived. A stack passes only where nothing failed and everything is known.
 *
 * @param word {@code Passed}, {@code Passed with waivers}, {@code Not known} or {@code Failed}
 * @param detail why
 * @param style {@code good}, {@code warning} or {@code bad}
 */
public record Conclusion(String word, String detail, String style) {

  static Conclusion of(PlannedStack stack) {
    Findings findings = stack.findings();
    List<String> failed = failed(stack);
    List<String> unknown = unknown(findings);
    String survived = Survival.of(findings).sentence();
    if (!failed.isEmpty()) {
      failed.addAll(unknown);
      return new Conclusion("Failed", listed(failed), "bad");
    }
    if (!unknown.isEmpty()) {
      return new Conclusion("Not known", listed(unknown), "warning");
    }
    return stack.relaxations().isEmpty()
        ? new Conclusion("Passed", "no control failed; " + survived, "good")
        : new Conclusion("Passed with waivers", "no control failed; " + survived, "warning");
  }

  private static List<String> failed(PlannedStack stack) {
    Findings findings = stack.findings();
    var parts = new ArrayList<String>();
    if (outcomeOfNormalOperation(findings, Outcome.DOWN)) {
      parts.add("normal operation is down");
    }
    add(parts, PostureView.count(findings.posture(), Status.FAILED), "control", "failed");
    add(parts, stack.openTargets().size(), "failure", "missed the targets");
    if (stack.exceedsBudget()) {
      parts.add("the monthly cost exceeds the budget");
    }
    List<Change> blocked = findings.disruption().map(change -> change.blocked()).orElse(List.of());
    add(parts, blocked.stream().map(Change::urn).distinct().count(), "resource", "would lose data");
    add(parts, changes(findings, Effect.REFUSED), "change", "refused by AWS");
    if (stack.relaxations().isEmpty()) {
      add(parts, Survival.of(findings).count(Outcome.DOWN), "failure", "not survived");
    }
    return parts;
  }

  private static List<String> unknown(Findings findings) {
    var parts = new ArrayList<String>();
    if (outcomeOfNormalOperation(findings, Outcome.UNKNOWN)) {
      parts.add("normal operation not known");
    }
    add(parts, PostureView.count(findings.posture(), Status.UNKNOWN), "control", "not known");
    add(parts, Survival.of(findings).count(Outcome.UNKNOWN), "failure", "not known");
    add(parts, changes(findings, Effect.UNKNOWN), "change", "not known");
    return parts;
  }

  private static long changes(Findings findings, Effect effect) {
    return findings.disruption().stream()
        .flatMap(disruption -> disruption.changes().stream())
        .filter(change -> change.effect() == effect)
        .count();
  }

  private static boolean outcomeOfNormalOperation(Findings findings, Outcome outcome) {
    return findings.resilience().verdicts().stream()
        .filter(verdict -> verdict.failure().kind() == Failure.Kind.NONE)
        .anyMatch(verdict -> verdict.outcome() == outcome);
  }

  private static void add(List<String> parts, long count, String noun, String what) {
    if (count > 0) {
      parts.add(counted(count, noun) + " " + what);
    }
  }

  private static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private static String listed(List<String> parts) {
    return String.join(", ", parts);
  }
}
