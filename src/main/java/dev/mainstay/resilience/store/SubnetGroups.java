package dev.mainstay.resilience.store;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.network.Topology;
import dev.mainstay.resilience.network.Topology.Placement;

/** Where the services that AWS manages put what they run: in the subnets of a subnet group. */
final class SubnetGroups {
  private SubnetGroups() {}

  /** Unknown if the graph does not hold the group that {@code path} names. */
  static Placement placement(
      ResourceNode node, String path, ResourceGraph graph, Topology topology) {
    return graph.referenced(node, path).stream()
        .findFirst()
        .map(group -> topology.placement(group, "subnetIds"))
        .orElse(Placement.UNKNOWN);
  }
}
