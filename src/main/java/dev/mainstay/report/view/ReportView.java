package dev.mainstay.report.view;

import dev.mainstay.report.PlannedStack;
import java.util.List;

/**
 * Everything a report says, in the words and the order in which it says it. HTML and Markdown are
 * two ways to print it.
 *
 * @param several whether there is anything to compare
 * @param detailed whether to list every resource and every item of the bill
 */
public record ReportView(
    String title,
    boolean several,
    boolean detailed,
    List<StackView> stacks,
    Table facts,
    Table costs) {

  public static ReportView of(List<PlannedStack> stacks) {
    String project = stacks.isEmpty() ? "" : stacks.get(0).graph().project();
    String names = String.join(", ", stacks.stream().map(PlannedStack::name).toList());
    return new ReportView(
        project + ": " + names,
        stacks.size() > 1,
        true,
        stacks.stream().map(StackView::of).toList(),
        stacks.isEmpty() ? new Table(List.of(), List.of()) : Table.ofFacts(stacks),
        Table.ofCosts(stacks));
  }

  /** What the changes add to the monthly cost, in one line; empty without an earlier version. */
  public String costLine() {
    List<StackView> compared = stacks.stream().filter(it -> it.costChange() != null).toList();
    return compared.size() == 1
        ? compared.get(0).costChange().summary()
        : String.join(
            "; ",
            compared.stream().map(it -> it.name() + ": " + it.costChange().summary()).toList());
  }

  /** The same without the lists that grow with the stack. */
  public ReportView shortened() {
    return new ReportView(title, several, false, stacks, facts, costs);
  }
}
