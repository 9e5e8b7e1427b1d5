package dev.mainstay.report.view;

import dev.mainstay.report.PlannedStack;
import java.util.List;

/**
 * Everything a report says, in the words and the order in which it says it. HTML and Markdown are
 * two ways to print it.
 *
 * @param several whether there is anything to compare
 */
public record ReportView(
    String title, boolean several, List<StackView> stacks, Table facts, Table costs) {

  public static ReportView of(List<PlannedStack> stacks) {
    String project = stacks.isEmpty() ? "" : stacks.get(0).graph().project();
    String names = String.join(", ", stacks.stream().map(PlannedStack::name).toList());
    return new ReportView(
        project + ": " + names,
        stacks.size() > 1,
        stacks.stream().map(StackView::of).toList(),
        stacks.isEmpty() ? new Table(List.of(), List.of()) : Table.ofFacts(stacks),
        Table.ofCosts(stacks));
  }
}
