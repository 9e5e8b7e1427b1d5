package dev.mainstay.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Walks property values: maps, lists and the leaves in them. */
final class Trees {
  private Trees() {}

  /** A leaf and the names that lead to it; the positions in lists are written {@code []}. */
  record Leaf(String path, Object value) {
    /** The innermost property: of {@code rules[].targetArn}, {@code targetArn}. */
    String property() {
      var plain = path.replace("[]", "");
      return plain.substring(plain.lastIndexOf('.') + 1);
    }
  }

  static Object map(Object tree, UnaryOperator<Object> change) {
    if (tree instanceof Map<?, ?> entries) {
      var changed = new LinkedHashMap<String, Object>();
      entries.forEach((key, value) -> changed.put((String) key, map(value, change)));
      return changed;
    }
    if (tree instanceof List<?> items) {
      return new ArrayList<>(items.stream().map(item -> map(item, change)).toList());
    }
    return change.apply(tree);
  }

  static List<Leaf> leaves(Object tree) {
    var leaves = new ArrayList<Leaf>();
    collect("", tree, leaves);
    return leaves;
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> asMap(Object tree) {
    return (Map<String, Object>) tree;
  }

  private static void collect(String path, Object tree, List<Leaf> leaves) {
    if (tree instanceof Map<?, ?> entries) {
      entries.forEach(
          (key, value) -> collect(path.isEmpty() ? "" + key : path + "." + key, value, leaves));
    } else if (tree instanceof List<?> items) {
      items.forEach(item -> collect(path + "[]", item, leaves));
    } else if (tree != null) {
      leaves.add(new Leaf(path, tree));
    }
  }
}
