package dev.mainstay.resilience.network;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.model.Types;
import java.util.List;

/**
 * One end of a connection inside a network.
 *
 * @param node the load balancer, the servers, the database
 * @param groups its security groups
 * @param guarded whether these are all; false if some are not in the graph
 * @param subnets the subnets that it may be in
 * @param placed whether these are all
 */
public record Endpoint(
    ResourceNode node,
    List<ResourceNode> groups,
    boolean guarded,
    List<ResourceNode> subnets,
    boolean placed) {

  /** With the security groups that {@code node} names at {@code path}, and only these. */
  public static Endpoint of(
      ResourceNode node, String path, Topology.Placement placement, ResourceGraph graph) {
    List<ResourceNode> groups = securityGroups(graph.referenced(node, path));
    return new Endpoint(
        node,
        groups,
        !groups.isEmpty() && groups.size() >= Topology.texts(node, path).size(),
        placement.subnets(),
        placement.known());
  }

  public static List<ResourceNode> securityGroups(List<ResourceNode> nodes) {
    return nodes.stream().filter(it -> it.is(Types.SECURITY_GROUP)).distinct().toList();
  }
}
