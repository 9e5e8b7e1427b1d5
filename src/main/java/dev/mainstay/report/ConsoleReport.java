package dev.mainstay.report;

import dev.mainstay.graph.ResourceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/** A plan for the terminal, 80 columns wide; coloured if the terminal is. */
public final class ConsoleReport {
  private static final int MOST_NAME_COLUMNS = 44;

  /** Before the type, between it and the name, and behind that. */
  private static final int GAPS_COLUMNS = 5;

  private static final int LABEL_COLUMNS = 14;

  private final Paint paint;
  private final Lines lines;

  public ConsoleReport(Ansi ansi) {
    this.paint = new Paint(ansi);
    this.lines = new Lines(paint);
  }

  /** Each stack by itself, and then all of them side by side. */
  public String of(List<PlannedStack> stacks) {
    stacks.forEach(this::stack);
    if (stacks.size() > 1) {
      sideBySide(stacks);
    }
    return lines.toString();
  }

  private void stack(PlannedStack stack) {
    String title = "%s/%s".formatted(stack.graph().project(), stack.graph().stack());
    long count = StackSummary.resources(stack.graph());
    lines.add(paint.bold(title) + "  %s, %d resources".formatted(stack.region(), count));
    stack.graph().childrenOf(null).forEach(top -> component(stack, top));
    waivers(stack);
    new ConsoleFindings(lines, paint).print(stack.findings());
    lines.add("");
  }

  private void component(PlannedStack stack, ResourceNode component) {
    List<ResourceNode> inside = below(stack, component);
    lines.add("");
    lines.add(
        paint.bold(paint.name(component.name()))
            + paint.faint("  %s, %d resources".formatted(shortType(component), inside.size())));
    var glue = new TreeMap<String, Integer>();
    int column = column(inside);
    for (ResourceNode node : inside) {
      Highlights.of(node)
          .ifPresentOrElse(
              words -> resource(node, words, column),
              () -> glue.merge(shortType(node), 1, Integer::sum));
    }
    if (!glue.isEmpty()) {
      lines.wrapped(
          "  and ",
          glue.entrySet().stream()
              .map(entry -> entry.getValue() + " " + entry.getKey())
              .collect(Collectors.joining(", ")));
    }
  }

  /** Where the words begin: behind the longest name, within reason. */
  private static int column(List<ResourceNode> nodes) {
    return nodes.stream()
        .filter(node -> Highlights.of(node).isPresent())
        .mapToInt(node -> shortType(node).length() + node.name().length() + GAPS_COLUMNS)
        .filter(width -> width <= MOST_NAME_COLUMNS)
        .max()
        .orElse(MOST_NAME_COLUMNS);
  }

  private void resource(ResourceNode node, String words, int column) {
    List<String> said = Lines.broken(words, Lines.WIDTH_COLUMNS - column);
    int gap = column - GAPS_COLUMNS - shortType(node).length() - node.name().length();
    boolean beside = gap >= 0;
    lines.add(
        ("  " + shortType(node) + " " + paint.name(node.name()))
            + (beside ? " ".repeat(gap + 2) + said.get(0) : "").stripTrailing());
    said.stream()
        .skip(beside ? 1 : 0)
        .filter(line -> !line.isEmpty())
        .forEach(line -> lines.add(" ".repeat(column) + line));
  }

  private void waivers(PlannedStack stack) {
    lines.add("");
    if (stack.relaxations().isEmpty()) {
      lines.add(paint.good("No waivers: nothing is cheaper or more open than the default."));
      return;
    }
    lines.add(paint.bold(paint.warning(stack.relaxations().size() + " waivers")));
    stack
        .relaxations()
        .forEach(
            relaxation -> {
              lines.add("  " + paint.warning(relaxation.key()) + " " + relaxation.effect());
              lines.wrapped("    ", stack.waivers().getOrDefault(relaxation.key(), ""));
            });
  }

  private void sideBySide(List<PlannedStack> stacks) {
    List<Map<String, String>> columns = stacks.stream().map(StackSummary::of).toList();
    int width = (Lines.WIDTH_COLUMNS - LABEL_COLUMNS) / stacks.size();
    String header =
        stacks.stream()
            .map(stack -> Lines.padded(stack.graph().stack(), width))
            .collect(Collectors.joining());
    lines.add(paint.bold(" ".repeat(LABEL_COLUMNS) + header.stripTrailing()));
    for (String fact : columns.get(0).keySet()) {
      String cells =
          columns.stream()
              .map(column -> Lines.padded(column.get(fact), width))
              .collect(Collectors.joining());
      lines.add(paint.faint(Lines.padded(fact, LABEL_COLUMNS)) + cells.stripTrailing());
    }
  }

  private static List<ResourceNode> below(PlannedStack stack, ResourceNode parent) {
    var found = new ArrayList<ResourceNode>();
    for (ResourceNode child : stack.graph().childrenOf(parent.urn())) {
      if (child.custom()) {
        found.add(child);
      }
      found.addAll(below(stack, child));
    }
    return found;
  }

  private static String shortType(ResourceNode node) {
    return node.type().substring(node.type().lastIndexOf(':') + 1);
  }
}
