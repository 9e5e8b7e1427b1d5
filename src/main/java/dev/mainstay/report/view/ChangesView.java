package dev.mainstay.report.view;

import dev.mainstay.disruption.Disruption;
import dev.mainstay.disruption.Effect;
import java.util.Comparator;
import java.util.List;

/**
 * The changes from an earlier version.
 *
 * @param changes each of them, in the order of the program
 * @param withImpact how many have an impact, or may have one
 * @param style that of the worst: {@code good}, {@code warning} or {@code bad}
 */
public record ChangesView(List<ChangeView> changes, int withImpact, String style) {

  static ChangesView of(Disruption disruption) {
    List<ChangeView> changes = disruption.changes().stream().map(ChangeView::of).toList();
    long without =
        disruption.changes().stream().filter(it -> it.effect() == Effect.NOTHING).count();
    return new ChangesView(
        changes,
        Math.toIntExact(changes.size() - without),
        changes.stream()
            .map(
                change ->
                    List.of("survives", "unknown", "degraded", "down").indexOf(change.style()))
            .max(Comparator.naturalOrder())
            .map(worst -> worst == 0 ? "good" : worst == 3 ? "bad" : "warning")
            .orElse("good"));
  }

  public int withoutImpact() {
    return changes.size() - withImpact;
  }

  /** Such as {@code Changes: 4 with impact, 0 without}. */
  public String title() {
    return changes.isEmpty()
        ? "No changes"
        : "Changes: %d with impact, %d without".formatted(withImpact, withoutImpact());
  }

  public boolean any() {
    return !changes.isEmpty();
  }
}
