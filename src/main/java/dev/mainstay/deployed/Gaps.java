package dev.mainstay.deployed;

import dev.mainstay.deployed.DeployedStack.Gap;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Restores the mark of an unknown value for every missing input. */
final class Gaps {
  private static final Pattern STEP = Pattern.compile("[.\\[]");

  private Gaps() {}

  static ResourceGraph shown(DeployedStack stack) {
    Map<String, List<Gap>> gaps = stack.gaps().stream().collect(Collectors.groupingBy(Gap::urn));
    return stack
        .graph()
        .withEach(
            node ->
                placed(
                    shown(node, gaps.getOrDefault(node.urn(), List.of())),
                    stack.elsewhere().get(node.urn())));
  }

  private static ResourceNode placed(ResourceNode node, String region) {
    if (region == null) {
      return node;
    }
    var inputs = new TreeMap<>(node.inputs());
    inputs.put(ResourceNode.ELSEWHERE, region);
    return node.with(inputs, node.references());
  }

  private static ResourceNode shown(ResourceNode node, List<Gap> gaps) {
    ResourceNode result = node;
    for (Gap gap : gaps) {
      result = shown(result, gap.path());
    }
    return result;
  }

  static ResourceNode shown(ResourceNode node, String path) {
    List<String> steps = STEP.splitAsStream(path.replace("]", "")).toList();
    var inputs = new TreeMap<String, Object>();
    ((Map<?, ?>) placed(node.inputs(), steps))
        .forEach((key, value) -> inputs.put(key.toString(), value));
    return node.with(inputs, node.references());
  }

  private static Object placed(Object value, List<String> steps) {
    if (steps.isEmpty()) {
      return PropertyValues.UNKNOWN;
    }
    String step = steps.get(0);
    List<String> rest = steps.subList(1, steps.size());
    if (value instanceof List<?> list) {
      var result = new ArrayList<Object>(list);
      int index = Math.min(Integer.parseInt(step), list.size());
      if (rest.isEmpty()) {
        result.add(index, PropertyValues.UNKNOWN);
      } else if (index < list.size()) {
        result.set(index, placed(list.get(index), rest));
      }
      return result;
    }
    var result = new TreeMap<String, Object>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, each) -> result.put(key.toString(), each));
    }
    result.put(step, placed(result.get(step), rest));
    return result;
  }
}
