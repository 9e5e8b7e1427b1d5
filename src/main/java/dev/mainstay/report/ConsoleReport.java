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
  private static final int WIDTH_COLUMNS = 80;
  private static final int NAME_COLUMNS = 40;
  private static final int LABEL_COLUMNS = 14;

  private final Paint paint;
  private final StringBuilder text = new StringBuilder();

  public ConsoleReport(Ansi ansi) {
    this.paint = new Paint(ansi);
  }

  /** Each stack by itself, and then all of them side by side. */
  public String of(List<PlannedStack> stacks) {
    stacks.forEach(this::stack);
    if (stacks.size() > 1) {
      sideBySide(stacks);
    }
    return text.toString();
  }

  private void stack(PlannedStack stack) {
    String title = "%s/%s".formatted(stack.graph().project(), stack.graph().stack());
    long count = StackSummary.resources(stack.graph());
    line(paint.bold(title) + "  %s, %d resources".formatted(stack.region(), count));
    stack.graph().childrenOf(null).forEach(top -> component(stack, top));
    waivers(stack);
    line("");
  }

  private void component(PlannedStack stack, ResourceNode component) {
    List<ResourceNode> inside = below(stack, component);
    line("");
    line(
        paint.bold(paint.name(component.name()))
            + paint.faint("  %s, %d resources".formatted(shortType(component), inside.size())));
    var glue = new TreeMap<String, Integer>();
    for (ResourceNode node : inside) {
      Highlights.of(node)
          .ifPresentOrElse(
              words -> resource(node, words), () -> glue.merge(shortType(node), 1, Integer::sum));
    }
    if (!glue.isEmpty()) {
      wrapped(
          "  and ",
          glue.entrySet().stream()
              .map(entry -> entry.getValue() + " " + entry.getKey())
              .collect(Collectors.joining(", ")));
    }
  }

  private void resource(ResourceNode node, String words) {
    String label = "%s %s".formatted(shortType(node), node.name());
    String gap = " ".repeat(Math.max(1, NAME_COLUMNS - label.length()));
    String shown = shortened(words, WIDTH_COLUMNS - 2 - label.length() - gap.length());
    line("  " + shortType(node) + " " + paint.name(node.name()) + (gap + shown).stripTrailing());
  }

  private void waivers(PlannedStack stack) {
    line("");
    if (stack.relaxations().isEmpty()) {
      line(paint.good("No waivers: nothing is cheaper or more open than the default."));
      return;
    }
    line(paint.bold(paint.warning(stack.relaxations().size() + " waivers")));
    stack
        .relaxations()
        .forEach(
            relaxation -> {
              line("  " + paint.warning(relaxation.key()) + " " + relaxation.effect());
              wrapped("    ", stack.waivers().getOrDefault(relaxation.key(), ""));
            });
  }

  private void sideBySide(List<PlannedStack> stacks) {
    List<Map<String, String>> columns = stacks.stream().map(StackSummary::of).toList();
    int width = (WIDTH_COLUMNS - LABEL_COLUMNS) / stacks.size();
    String header =
        stacks.stream()
            .map(stack -> padded(stack.graph().stack(), width))
            .collect(Collectors.joining());
    line(paint.bold(" ".repeat(LABEL_COLUMNS) + header.stripTrailing()));
    for (String fact : columns.get(0).keySet()) {
      String cells =
          columns.stream()
              .map(column -> padded(column.get(fact), width))
              .collect(Collectors.joining());
      line(paint.faint(padded(fact, LABEL_COLUMNS)) + cells.stripTrailing());
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

  private static String padded(String value, int width) {
    return shortened(value, width - 1) + " ".repeat(Math.max(1, width - value.length()));
  }

  private static String shortened(String value, int width) {
    if (value.length() <= width) {
      return value;
    }
    return width < 2 ? "" : value.substring(0, width - 1) + "…";
  }

  private void wrapped(String indent, String words) {
    var current = new StringBuilder(indent);
    for (String word : words.split(" ", -1)) {
      if (current.length() + word.length() > WIDTH_COLUMNS && current.length() > indent.length()) {
        line(paint.faint(current.toString().stripTrailing()));
        current = new StringBuilder(" ".repeat(indent.length()));
      }
      current.append(word).append(' ');
    }
    line(paint.faint(current.toString().stripTrailing()));
  }

  private void line(String content) {
    text.append(content).append('\n');
  }
}
