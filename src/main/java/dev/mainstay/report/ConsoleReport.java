package dev.mainstay.report;

import dev.mainstay.report.terminal.Lines;
import dev.mainstay.report.terminal.Style;
import dev.mainstay.report.view.ReportView;
import dev.mainstay.report.view.StackView;
import dev.mainstay.report.view.Table;
import dev.mainstay.report.view.Tile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/**
 * A plan for the terminal, 80 columns wide; coloured if the terminal is. First whether the stack is
 * fine, what it costs, what is open or waived and what changed; its resources last.
 */
public final class ConsoleReport {
  private static final int LABEL_COLUMNS = 21;
  private static final int FIGURE_COLUMNS = 22;
  private static final int FACT_COLUMNS = 16;

  private final Lines lines;
  private final boolean resources;

  private ConsoleReport(Ansi ansi, boolean resources) {
    this.lines = new Lines(ansi.enabled());
    this.resources = resources;
  }

  /**
   * The report.
   *
   * @param resources whether to list every resource; otherwise they are counted by component
   */
  public static String of(List<PlannedStack> stacks, Ansi ansi, boolean resources) {
    return new ConsoleReport(ansi, resources).print(stacks);
  }

  private String print(List<PlannedStack> stacks) {
    ReportView report = ReportView.of(stacks);
    if (report.several()) {
      sideBySide(report.facts());
    }
    for (int index = 0; index < stacks.size(); index++) {
      stack(stacks.get(index), report.stacks().get(index));
    }
    return lines.toString();
  }

  private void stack(PlannedStack planned, StackView stack) {
    lines.add(
        0,
        lines
            .line()
            .add(Style.BOLD, stack.project() + "/" + stack.name())
            .add("  %s, %d resources".formatted(stack.region(), stack.resourceCount())));
    lines.blank();
    summary(stack);
    new ConsoleFindings(lines).print(stack);
    new ConsoleResources(lines).print(planned, resources);
    lines.blank();
  }

  private void summary(StackView stack) {
    lines.add(
        0,
        lines
            .line()
            .add(strong(stack.conclusion().style()), stack.conclusion().word())
            .marked(": " + stack.conclusion().detail() + "."));
    lines.blank();
    int rest = Lines.COLUMNS - LABEL_COLUMNS - FIGURE_COLUMNS;
    for (Tile tile : stack.tiles()) {
      lines.row(
          List.of(LABEL_COLUMNS, FIGURE_COLUMNS, rest),
          List.of(
              lines.line().add(tile.label()),
              lines.line().add(style(tile.style()), tile.figure()),
              lines.line().marked(tile.detail())));
    }
  }

  private void sideBySide(Table facts) {
    int stacks = facts.columns().size();
    int width = (Lines.COLUMNS - FACT_COLUMNS) / stacks;
    var widths = new ArrayList<>(Collections.nCopies(stacks, width));
    widths.add(0, FACT_COLUMNS);
    var header = new ArrayList<>(List.of(lines.line()));
    facts.columns().forEach(name -> header.add(lines.line().add(Style.BOLD, name)));
    lines.row(widths, header);
    for (Table.Row row : facts.rows()) {
      var cells = new ArrayList<>(List.of(lines.line().add(Style.FAINT, row.label())));
      row.cells().forEach(cell -> cells.add(lines.line().marked(cell)));
      lines.row(widths, cells);
    }
    lines.blank();
  }

  private static Style style(String style) {
    return switch (style) {
      case "good" -> Style.GOOD;
      case "warning" -> Style.WARNING;
      case "bad" -> Style.BAD;
      default -> Style.PLAIN;
    };
  }

  private static Style strong(String style) {
    return switch (style) {
      case "good" -> Style.STRONG_GOOD;
      case "bad" -> Style.STRONG_BAD;
      default -> Style.STRONG_WARNING;
    };
  }
}
