package dev.mainstay.graph;

import dev.mainstay.graph.ResourceNode.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A graph written down in a test, resource by resource. */
public final class HandMade {
  private final List<ResourceNode> nodes = new ArrayList<>();
  private String parent;

  public static String urn(String type, String name) {
    return "urn:pulumi:prod::shop::%s::%s".formatted(type, name);
  }

  /** A reference to the id of another resource, which has the whole of {@code path} for itself. */
  public static Reference to(String path, String type, String name) {
    return new Reference(path, urn(type, name), "id", true);
  }

  public static HandMade graph() {
    return new HandMade();
  }

  /** A component; what follows are its children. */
  public HandMade component(String name) {
    parent = null;
    nodes.add(node("shop:index:Part", name, false, Map.of()));
    parent = urn("shop:index:Part", name);
    return this;
  }

  public HandMade with(
      String type, String name, Map<String, Object> inputs, Reference... references) {
    nodes.add(node(type, name, true, inputs, references));
    return this;
  }

  public ResourceGraph build() {
    return new ResourceGraph("shop", "prod", List.copyOf(nodes), Map.of());
  }

  private ResourceNode node(
      String type,
      String name,
      boolean custom,
      Map<String, Object> inputs,
      Reference... references) {
    return new ResourceNode(
        urn(type, name), type, name, parent, custom, false, List.of(), inputs, List.of(references));
  }
}
