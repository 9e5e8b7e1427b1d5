package dev.mainstay.posture;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.graph.ResourceNode.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Small changes of a graph, to see what a control makes of them. */
public interface Mutation extends UnaryOperator<ResourceGraph> {
  /** Sets a top-level input of every resource of a type with a name; {@code *} for every name. */
  static Mutation set(String type, String name, String property, Object value) {
    return each(type, name, node -> withInput(node, property, value));
  }

  static Mutation unset(String type, String name, String property) {
    return each(
        type,
        name,
        node -> {
          var inputs = new TreeMap<>(node.inputs());
          inputs.remove(property);
          return node.with(
              inputs,
              node.references().stream()
                  .filter(each -> !each.path().matches(property + "([.\\[].*)?"))
                  .toList());
        });
  }

  /** Sets an input inside an object. */
  static Mutation setIn(String type, String name, String object, String property, Object value) {
    return each(
        type,
        name,
        node -> {
          var inner = new TreeMap<String, Object>();
          ((Map<?, ?>) node.input(object).orElse(Map.of()))
              .forEach((key, each) -> inner.put(key.toString(), each));
          inner.put(property, value);
          return withInput(node, object, inner);
        });
  }

  /** Sets an input of the first object in a list. */
  static Mutation setFirst(String type, String name, String list, String property, Object value) {
    return graph -> {
      var first = new TreeMap<String, Object>();
      ((Map<?, ?>) graph.find(type, name).orElseThrow().input(list + "[0]").orElse(Map.of()))
          .forEach((key, each) -> first.put(key.toString(), each));
      first.put(property, value);
      return set(type, name, list, List.of(first)).apply(graph);
    };
  }

  static Mutation remove(String type, String name) {
    return each(type, name, node -> null);
  }

  /** Lets {@code property} of a resource name another one. */
  static Mutation point(String type, String name, String property, String urnEnd) {
    return graph ->
        each(
                type,
                name,
                node -> {
                  var references = new ArrayList<>(node.references());
                  references.removeIf(each -> each.path().startsWith(property));
                  String urn =
                      graph.resources().stream()
                          .map(ResourceNode::urn)
                          .filter(each -> each.endsWith(urnEnd))
                          .findFirst()
                          .orElseThrow();
                  references.add(new Reference(property, urn, "id", true));
                  return node.with(withInput(node, property, urnEnd).inputs(), references);
                })
            .apply(graph);
  }

  static Mutation add(String type, String name, Map<String, Object> inputs, Reference... named) {
    return add(Mutation.node(type, name, inputs, named));
  }

  static Mutation add(ResourceNode node) {
    return graph -> {
      var all = new ArrayList<>(graph.resources());
      all.add(node);
      return new ResourceGraph(graph.project(), graph.stack(), all, graph.outputs());
    };
  }

  static ResourceNode node(
      String type, String name, Map<String, Object> inputs, Reference... named) {
    String urn = "urn:pulumi:prod::mainstay::%s::%s".formatted(type, name);
    return new ResourceNode(urn, type, name, null, true, false, List.of(), inputs, List.of(named));
  }

  default Mutation then(Mutation next) {
    return graph -> next.apply(apply(graph));
  }

  private static Mutation each(String type, String name, UnaryOperator<ResourceNode> change) {
    return graph -> {
      List<ResourceNode> found =
          graph.all(type).stream()
              .filter(node -> name.equals("*") || node.name().equals(name))
              .toList();
      if (found.isEmpty()) {
        throw new AssertionError("no %s %s to change".formatted(type, name));
      }
      ResourceGraph changed = graph;
      for (ResourceNode node : found) {
        changed = changed.with(node.urn(), change.apply(node));
      }
      return changed;
    };
  }

  private static ResourceNode withInput(ResourceNode node, String property, Object value) {
    var inputs = new TreeMap<>(node.inputs());
    inputs.put(property, value);
    return node.with(inputs, node.references());
  }
}
