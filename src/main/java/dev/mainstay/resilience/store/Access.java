package dev.mainstay.resilience.store;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.network.Endpoint;
import dev.mainstay.resilience.network.Topology.Placement;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One way to reach a store.
 *
 * @param endpoint what is reached: the store, a mount target, or a proxy
 * @param port the TCP port; empty if it is not known
 * @param behind what the endpoint passes requests on to; empty if it is the store itself
 */
public record Access(Endpoint endpoint, OptionalLong port, Optional<Access> behind) {

  /**
   * To {@code node} itself.
   *
   * @param groups the input that names its security groups
   * @param port 0 if it is not known
   */
  static Access direct(
      ResourceNode node, String groups, Placement placement, long port, ResourceGraph graph) {
    return new Access(
        Endpoint.of(node, groups, placement, graph),
        port == 0 ? OptionalLong.empty() : OptionalLong.of(port),
        Optional.empty());
  }

  /** To a node that passes requests on to this one, on the same port. */
  Access through(ResourceNode proxy, String groups, Placement placement, ResourceGraph graph) {
    return new Access(Endpoint.of(proxy, groups, placement, graph), port, Optional.of(this));
  }
}
