package dev.mainstay.resilience;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.graph.ResourceNode.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A graph as any program may have made it. In inputs, {@code @name} names another resource; what
 * stands there afterwards is its id.
 */
public final class GraphBuilder {
  private final List<ResourceNode> nodes = new ArrayList<>();

  public GraphBuilder add(String type, String name, Map<String, ?> inputs) {
    var references = new ArrayList<Reference>();
    var resolved = new LinkedHashMap<String, Object>();
    inputs.forEach((key, value) -> resolved.put(key, resolve(key, value, references)));
    nodes.add(
        new ResourceNode(
            urn(type, name), type, name, null, true, false, List.of(), resolved, references));
    return this;
  }

  /** A resource with one input, which is a property of another. */
  public GraphBuilder addNaming(
      String type, String name, String path, String target, String property) {
    ResourceNode named =
        nodes.stream().filter(node -> node.name().equals(target)).findFirst().orElseThrow();
    nodes.add(
        new ResourceNode(
            urn(type, name),
            type,
            name,
            null,
            true,
            false,
            List.of(),
            Map.of(path, property + "-of-" + target),
            List.of(new Reference(path, named.urn(), property, true))));
    return this;
  }

  public ResourceGraph build() {
    return new ResourceGraph("other", "test", List.copyOf(nodes), Map.of());
  }

  private Object resolve(String path, Object value, List<Reference> references) {
    if (value instanceof Map<?, ?> map) {
      var resolved = new LinkedHashMap<String, Object>();
      map.forEach(
          (key, entry) ->
              resolved.put(key.toString(), resolve(path + "." + key, entry, references)));
      return resolved;
    }
    if (value instanceof List<?> list) {
      var resolved = new ArrayList<Object>();
      for (int index = 0; index < list.size(); index++) {
        resolved.add(resolve("%s[%d]".formatted(path, index), list.get(index), references));
      }
      return resolved;
    }
    if (value instanceof String text && text.startsWith("@")) {
      String name = text.substring(1);
      ResourceNode target =
          nodes.stream()
              .filter(node -> node.name().equals(name))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no resource " + name));
      references.add(new Reference(path, target.urn(), "id", true));
      return "id-" + name;
    }
    return value;
  }

  private static String urn(String type, String name) {
    return "urn:pulumi:test::other::%s::%s".formatted(type, name);
  }
}
