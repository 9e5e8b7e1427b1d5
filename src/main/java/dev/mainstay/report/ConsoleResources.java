package dev.mainstay.report;

import dev.mainstay.graph.ResourceNode;
import dev.mainstay.report.terminal.Lines;
import dev.mainstay.report.terminal.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The resources of a stack for the terminal, by component. */
final class ConsoleResources {
  private static final int COMPONENT_COLUMNS = 20;
  private static final int TYPE_COLUMNS = 28;
  private static final int MOST_NAME_COLUMNS = 44;
  private static final int INDENT_COLUMNS = 2;

  private final Lines lines;

  ConsoleResources(Lines lines) {
    this.lines = lines;
  }

  void print(PlannedStack stack, boolean each) {
    lines.blank();
    lines.add(
        0,
        lines
            .line()
            .add(Style.BOLD, "Resources")
            .add(each ? "" : "  --resources lists each of them"));
    for (Group group : groups(stack)) {
      if (each) {
        listed(group);
      } else {
        folded(group);
      }
    }
  }

  /** A component with what is in it; or what is in none, without a type. */
  private record Group(String name, String type, List<ResourceNode> inside) {}

  private static List<Group> groups(PlannedStack stack) {
    var groups = new ArrayList<Group>();
    var others = new ArrayList<ResourceNode>();
    for (ResourceNode top : stack.graph().childrenOf(null)) {
      List<ResourceNode> inside = inside(stack, top);
      if (top.custom()) {
        others.add(top);
        others.addAll(inside);
      } else {
        groups.add(new Group(top.name(), shortType(top), inside));
      }
    }
    if (!others.isEmpty()) {
      groups.add(new Group("without a component", "", others));
    }
    return groups;
  }

  private void folded(Group group) {
    lines.row(
        List.of(
            INDENT_COLUMNS,
            COMPONENT_COLUMNS,
            TYPE_COLUMNS,
            Lines.COLUMNS - INDENT_COLUMNS - COMPONENT_COLUMNS - TYPE_COLUMNS),
        List.of(
            lines.line(),
            lines.line().add(Style.NAME, group.name()),
            lines.line().add(Style.FAINT, group.type()),
            lines.line().add(Integer.toString(group.inside().size()))));
  }

  private void listed(Group group) {
    lines.blank();
    lines.add(
        0, lines.line().add(Style.NAME, group.name()).add(Style.FAINT, "  " + described(group)));
    var others = new TreeMap<String, Integer>();
    int column = column(group.inside());
    for (ResourceNode node : group.inside()) {
      Highlights.of(node)
          .ifPresentOrElse(
              words -> resource(node, words, column),
              () -> others.merge(shortType(node), 1, Integer::sum));
    }
    if (!others.isEmpty()) {
      lines.add(
          INDENT_COLUMNS,
          lines
              .line()
              .add(
                  Style.FAINT,
                  others.entrySet().stream()
                      .map(entry -> entry.getValue() + " " + entry.getKey())
                      .collect(Collectors.joining(", ", "and ", ""))));
    }
  }

  private static String described(Group group) {
    String count =
        group.inside().size() + (group.inside().size() == 1 ? " resource" : " resources");
    return group.type().isEmpty() ? count : group.type() + ", " + count;
  }

  /** Where the words begin: behind the longest name, within reason. */
  private static int column(List<ResourceNode> nodes) {
    return nodes.stream()
        .filter(node -> Highlights.of(node).isPresent())
        .mapToInt(ConsoleResources::nameColumns)
        .filter(columns -> columns <= MOST_NAME_COLUMNS)
        .max()
        .orElse(MOST_NAME_COLUMNS);
  }

  private static int nameColumns(ResourceNode node) {
    return INDENT_COLUMNS + shortType(node).length() + 1 + node.name().length() + 2;
  }

  private void resource(ResourceNode node, String words, int column) {
    var name = lines.line().add(shortType(node) + " ").add(Style.NAME, node.name());
    if (nameColumns(node) > column) {
      lines.add(INDENT_COLUMNS, name);
      if (!words.isEmpty()) {
        lines.add(column, lines.line().marked(words));
      }
      return;
    }
    lines.row(
        List.of(INDENT_COLUMNS, column - INDENT_COLUMNS, Lines.COLUMNS - column),
        List.of(lines.line(), name, lines.line().marked(words)));
  }

  private static List<ResourceNode> inside(PlannedStack stack, ResourceNode parent) {
    var found = new ArrayList<ResourceNode>();
    for (ResourceNode child : stack.graph().childrenOf(parent.urn())) {
      if (child.custom()) {
        found.add(child);
      }
      found.addAll(inside(stack, child));
    }
    return found;
  }

  private static String shortType(ResourceNode node) {
    return node.type().substring(node.type().lastIndexOf(':') + 1);
  }
}
