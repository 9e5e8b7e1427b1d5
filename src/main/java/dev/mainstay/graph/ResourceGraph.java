package dev.mainstay.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every resource of a stack with its inputs and references, as captured without touching AWS.
 *
 * @param project the Pulumi project
 * @param stack the Pulumi stack
 * @param resources all resources, in the order in which the program declares them
 * @param outputs what the stack exports
 */
public record ResourceGraph(
    String project, String stack, List<ResourceNode> resources, Map<String, Object> outputs) {

  /** All resources of a type. */
  public List<ResourceNode> all(String type) {
    return resources.stream().filter(node -> node.is(type)).toList();
  }

  /** The only resource of a type. */
  public Optional<ResourceNode> first(String type) {
    return resources.stream().filter(node -> node.is(type)).findFirst();
  }

  public Optional<ResourceNode> byUrn(String urn) {
    return resources.stream().filter(node -> node.urn().equals(urn)).findFirst();
  }

  /** The resource of a type with a logical name. */
  public Optional<ResourceNode> find(String type, String name) {
    return all(type).stream().filter(node -> node.name().equals(name)).findFirst();
  }

  /** The children of a resource; of the stack itself for null. */
  public List<ResourceNode> childrenOf(String urn) {
    return resources.stream()
        .filter(node -> urn == null ? node.parent() == null : urn.equals(node.parent()))
        .toList();
  }

  /** The resources that {@code node} names at {@code path} in its inputs. */
  public List<ResourceNode> referenced(ResourceNode node, String path) {
    return node.referencesAt(path).stream().flatMap(urn -> byUrn(urn).stream()).toList();
  }

  /** The resources of a type that name {@code target} at {@code path} in their inputs. */
  public List<ResourceNode> referring(String type, String path, ResourceNode target) {
    return all(type).stream()
        .filter(node -> node.referencesAt(path).contains(target.urn()))
        .toList();
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
}
