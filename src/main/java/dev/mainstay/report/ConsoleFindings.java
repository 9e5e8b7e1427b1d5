package dev.mainstay.report;

import dev.mainstay.report.terminal.Line;
import dev.mainstay.report.terminal.Lines;
import dev.mainstay.report.terminal.Style;
import dev.mainstay.report.view.ChangeView;
import dev.mainstay.report.view.ChangesView;
import dev.mainstay.report.view.CostChangeView;
import dev.mainstay.report.view.CostView;
import dev.mainstay.report.view.FailureView;
import dev.mainstay.report.view.PostureView;
import dev.mainstay.report.view.StackView;
import java.util.List;

/** What the analyses found, for the terminal. */
final class ConsoleFindings {
  private static final int OUTCOME_COLUMNS = 11;
  private static final int INTERRUPTION_COLUMNS = 17;
  private static final int LOSS_COLUMNS = 12;
  private static final int COMPONENT_COLUMNS = 20;
  private static final int USD_COLUMNS = 20;
  private static final int DOUBTS_SHOWN = 10;

  private final Lines lines;

  ConsoleFindings(Lines lines) {
    this.lines = lines;
  }

  void print(StackView stack) {
    stack.posture().stream().filter(PostureView::open).forEach(this::controls);
    doubts(stack);
    waivers(stack);
    if (stack.changes() != null) {
      changes(stack.changes());
    }
    if (stack.costChange() != null) {
      costChange(stack.costChange());
    }
    failures(stack);
    cost(stack);
  }

  private void controls(PostureView group) {
    title("Controls " + group.title());
    Style style = group.style().equals("failed") ? Style.BAD : Style.WARNING;
    for (PostureView.ControlView control : group.controls()) {
      lines.add(2, lines.line().add(style, control.name()).add(Style.FAINT, "  " + control.ids()));
      control.findings().forEach(finding -> lines.add(4, lines.line().marked(finding)));
      if (control.truncated()) {
        lines.add(4, lines.line().add("and %d more".formatted(control.more())));
      }
    }
  }

  private void doubts(StackView stack) {
    if (!stack.doubtful()) {
      return;
    }
    title(stack.doubtTitle());
    stack.doubts().stream()
        .limit(DOUBTS_SHOWN)
        .forEach(doubt -> lines.add(2, lines.line().marked(doubt)));
    if (stack.doubtCount() > DOUBTS_SHOWN) {
      lines.add(
          2,
          lines
              .line()
              .add(
                  "and %d more; --html writes all of them"
                      .formatted(stack.doubtCount() - DOUBTS_SHOWN)));
    }
  }

  private void waivers(StackView stack) {
    title(stack.waiverTitle());
    for (StackView.Waiver waiver : stack.waivers()) {
      lines.add(2, lines.line().names(waiver.key()).marked(": " + waiver.effect()));
      lines.add(4, lines.line().marked(Style.FAINT, waiver.reason()));
    }
  }

  private void changes(ChangesView changes) {
    title(changes.title());
    changes.changes().stream().filter(ChangeView::hasImpact).forEach(this::change);
    if (changes.withoutImpact() > 0) {
      lines.add(
          2,
          lines
              .line()
              .add(
                  Style.FAINT,
                  "%d without impact not shown; --html writes all of them"
                      .formatted(changes.withoutImpact())));
    }
  }

  private void change(ChangeView change) {
    Line line =
        lines.line().add(style(change.style()), change.effect()).marked("  " + change.resource());
    if (!change.property().isEmpty()) {
      line.add(" %s: %s -> %s".formatted(change.property(), change.from(), change.to()));
    }
    lines.add(2, line);
    if (!change.detail().isEmpty()) {
      lines.add(4, lines.line().marked(Style.FAINT, change.detail()));
    }
  }

  private void costChange(CostChangeView change) {
    title("Cost of the change");
    lines.add(2, lines.line().marked(change.summary()));
    change.components().forEach(this::difference);
    change.causes().forEach(this::difference);
    change
        .notIncluded()
        .forEach(item -> lines.add(2, lines.line().marked("Not included: " + item)));
  }

  private void difference(CostChangeView.Difference difference) {
    lines.row(
        List.of(4, COMPONENT_COLUMNS, Lines.COLUMNS - 4 - COMPONENT_COLUMNS),
        List.of(
            lines.line(),
            lines.line().add(difference.usd()),
            lines.line().marked(difference.what())));
  }

  private void failures(StackView stack) {
    int rest = Lines.COLUMNS - 2 - OUTCOME_COLUMNS - INTERRUPTION_COLUMNS - LOSS_COLUMNS;
    List<Integer> widths = List.of(2, rest, OUTCOME_COLUMNS, INTERRUPTION_COLUMNS, LOSS_COLUMNS);
    lines.blank();
    lines.row(
        List.of(2 + rest, OUTCOME_COLUMNS, INTERRUPTION_COLUMNS, LOSS_COLUMNS),
        List.of(
            lines.line().add(Style.BOLD, "Failure impact"),
            lines.line().add(Style.FAINT, "Outcome"),
            lines.line().add(Style.FAINT, "Interruption"),
            lines.line().add(Style.FAINT, "Data loss")));
    for (FailureView failure : stack.failures()) {
      lines.row(
          widths,
          List.of(
              lines.line(),
              lines.line().marked(failure.title()),
              lines.line().add(style(failure.style()), failure.outcome()),
              lines.line().add(failure.interruption()),
              lines.line().add(failure.dataLoss())));
      if (failure.misses()) {
        lines.add(4, lines.line().add(Style.BAD, failure.target() + ": " + stack.targets()));
      }
    }
    if (stack.leavesOut()) {
      lines.add(2, lines.line().marked(Style.WARNING, "Not judged: " + stack.notJudgedNames()));
    }
  }

  private void cost(StackView stack) {
    title(
        "Monthly cost: %s USD; not included: %s"
            .formatted(stack.cost().total(), stack.cost().missing()));
    int rest = Lines.COLUMNS - 2 - COMPONENT_COLUMNS - USD_COLUMNS;
    for (CostView.Share share : stack.cost().shares()) {
      lines.row(
          List.of(2, COMPONENT_COLUMNS, USD_COLUMNS, rest),
          List.of(
              lines.line(),
              lines.line().names(share.component()),
              lines.line().add(share.usd()),
              lines.line().add(Style.FAINT, share.percent() + " %")));
    }
    if (!stack.cost().savings().isEmpty()) {
      lines.add(
          2,
          lines
              .line()
              .add(
                  "Possible savings: %s USD per month; the other reports name them."
                      .formatted(stack.cost().savingsTotal())));
    }
    if (!stack.cost().budget().isEmpty()) {
      lines.add(2, lines.line().marked(stack.cost().budget()));
    }
  }

  private void title(String title) {
    lines.blank();
    lines.add(0, lines.line().add(Style.BOLD, title));
  }

  /** Of an outcome or an effect, by its style class. */
  private static Style style(String styleClass) {
    return switch (styleClass) {
      case "survives" -> Style.GOOD;
      case "down" -> Style.BAD;
      default -> Style.WARNING;
    };
  }
}
