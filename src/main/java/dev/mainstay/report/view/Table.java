package dev.mainstay.report.view;

import dev.mainstay.cost.Amount;
import dev.mainstay.report.PlannedStack;
import dev.mainstay.report.StackSummary;
import dev.mainstay.text.Marked;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** The stacks side by side. */
public record Table(List<String> columns, List<Row> rows) {

  /**
   * A line of it.
   *
   * @param total whether it sums up the lines above it
   */
  public record Row(String label, boolean total, List<String> cells) {}

  static Table ofFacts(List<PlannedStack> stacks) {
    List<Map<String, String>> columns = stacks.stream().map(StackSummary::of).toList();
    var rows = new ArrayList<Row>();
    columns
        .get(0)
        .keySet()
        .forEach(
            label ->
                rows.add(
                    new Row(
                        label,
                        false,
                        columns.stream().map(column -> column.getOrDefault(label, "")).toList())));
    return new Table(names(stacks), List.copyOf(rows));
  }

  static Table ofCosts(List<PlannedStack> stacks) {
    List<Map<String, Amount>> costs =
        stacks.stream().map(stack -> stack.findings().cost().byComponent()).toList();
    var components = new LinkedHashSet<String>();
    costs.forEach(cost -> components.addAll(cost.keySet()));
    var rows = new ArrayList<Row>();
    for (String component : components) {
      rows.add(
          new Row(
              Marked.name(component),
              false,
              costs.stream().map(cost -> text(cost.get(component))).toList()));
    }
    rows.add(
        new Row(
            "Total",
            true,
            stacks.stream().map(it -> it.findings().cost().total().text()).toList()));
    rows.add(
        new Row(
            "Not included",
            false,
            stacks.stream().map(it -> it.findings().cost().total().missing()).toList()));
    return new Table(names(stacks), List.copyOf(rows));
  }

  private static String text(Amount amount) {
    return amount == null ? "–" : amount.text();
  }

  private static List<String> names(List<PlannedStack> stacks) {
    return stacks.stream().map(PlannedStack::name).toList();
  }
}
