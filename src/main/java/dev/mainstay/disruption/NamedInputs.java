package dev.mainstay.disruption;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.graph.ResourceNode.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Inputs in which references are the names of what they refer to, instead of its ids: these differ
 * between a plan and what is deployed, and change with every replacement.
 */
final class NamedInputs {
  private final Map<String, String> names = new HashMap<>();

  private NamedInputs(ResourceGraph graph, ResourceNode node) {
    node.references().stream()
        .filter(Reference::whole)
        .forEach(
            reference ->
                graph
                    .byUrn(reference.urn())
                    .ifPresent(
                        target ->
                            names.put(
                                reference.path(),
                                "%s (%s)".formatted(target.name(), target.type()))));
  }

  static Map<String, Object> of(ResourceGraph graph, ResourceNode node) {
    var named = new NamedInputs(graph, node);
    var result = new TreeMap<String, Object>();
    node.inputs().forEach((key, value) -> result.put(key, named.value(key, value)));
    return result;
  }

  private Object value(String path, Object value) {
    if (names.containsKey(path)) {
      return names.get(path);
    }
    if (value instanceof List<?> list) {
      var result = new ArrayList<Object>();
      for (Object element : list) {
        result.add(value("%s[%d]".formatted(path, result.size()), element));
      }
      return result;
    }
    if (value instanceof Map<?, ?> map) {
      var result = new TreeMap<String, Object>();
      map.forEach((key, entry) -> result.put(key.toString(), value(path + "." + key, entry)));
      return result;
    }
    return value;
  }
}
