package dev.mainstay.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Every resource of a stack with its inputs and references, as captured without touching AWS. */
public final class ResourceGraph {
  private final String project;
  private final String stack;
  private final List<ResourceNode> resources;
  private final Map<String, Object> outputs;
  private final GraphIndex index;
  private final Map<Class<?>, Object> derived = new ConcurrentHashMap<>();

  /**
   * A graph of {@code resources}.
   *
   * @param project the Pulumi project
   * @param stack the Pulumi stack
   * @param resources all resources, in the order in which the program declares them
   * @param outputs what the stack exports
   */
  public ResourceGraph(
      String project, String stack, List<ResourceNode> resources, Map<String, Object> outputs) {
    this.project = project;
    this.stack = stack;
    this.resources = resources;
    this.outputs = outputs;
    index = new GraphIndex(resources);
  }

  public String project() {
    return project;
  }

  public String stack() {
    return stack;
  }

  /** All resources, in the order in which the program declares them. */
  public List<ResourceNode> resources() {
    return resources;
  }

  /** What the stack exports. */
  public Map<String, Object> outputs() {
    return outputs;
  }

  /** All resources of a type. */
  public List<ResourceNode> all(String type) {
    return index.ofType(type);
  }

  /** The only resource of a type. */
  public Optional<ResourceNode> first(String type) {
    return all(type).stream().findFirst();
  }

  public Optional<ResourceNode> byUrn(String urn) {
    return index.byUrn(urn);
  }

  /** The resource of a type with a logical name. */
  public Optional<ResourceNode> find(String type, String name) {
    return index.named(name).stream().filter(node -> node.is(type)).findFirst();
  }

  /** The children of a resource; of the stack itself for null. */
  public List<ResourceNode> childrenOf(String urn) {
    return index.childrenOf(urn);
  }

  /** The resources that {@code node} names at {@code path} in its inputs. */
  public List<ResourceNode> referenced(ResourceNode node, String path) {
    return node.referencesAt(path).stream().flatMap(urn -> byUrn(urn).stream()).toList();
  }

  /** The resources of a type that name {@code target} at {@code path} in their inputs. */
  public List<ResourceNode> referring(String type, String path, ResourceNode target) {
    return index.referringTo(target.urn(), type).stream()
        .filter(node -> node.referencesAt(path).contains(target.urn()))
        .toList();
  }

  /** The resources that name {@code target} anywhere in their inputs. */
  public List<ResourceNode> referringTo(ResourceNode target) {
    return index.referringTo(target.urn());
  }

  /** What an analysis finds in the whole graph, found once. */
  public <T> T derived(Class<T> type, Function<ResourceGraph, T> search) {
    return type.cast(derived.computeIfAbsent(type, any -> search.apply(this)));
  }

  /** The same graph with one resource replaced by another version of it, or removed for null. */
  public ResourceGraph with(String urn, ResourceNode replacement) {
    var changed = new ArrayList<ResourceNode>();
    for (ResourceNode node : resources) {
      if (!node.urn().equals(urn)) {
        changed.add(node);
      } else if (replacement != null) {
        changed.add(replacement);
      }
    }
    return new ResourceGraph(project, stack, List.copyOf(changed), outputs);
  }

  /** The same graph with another version of each resource. */
  public ResourceGraph withEach(UnaryOperator<ResourceNode> change) {
    return new ResourceGraph(project, stack, resources.stream().map(change).toList(), outputs);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ResourceGraph graph
        && project.equals(graph.project)
        && stack.equals(graph.stack)
        && resources.equals(graph.resources)
        && outputs.equals(graph.outputs);
  }

  @Override
  public int hashCode() {
    return Objects.hash(project, stack, resources, outputs);
  }

  @Override
  public String toString() {
    return "ResourceGraph[%s/%s, %s, %s]".formatted(project, stack, resources, outputs);
  }
}
