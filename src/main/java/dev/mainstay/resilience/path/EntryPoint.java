package dev.mainstay.resilience.path;

import dev.mainstay.facts.RecoveryTime;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.model.Effect;
import dev.mainstay.resilience.model.Interruption;
import dev.mainstay.resilience.model.Outcome;
import dev.mainstay.resilience.network.Routes.Target;
import dev.mainstay.resilience.network.Topology;
import dev.mainstay.resilience.network.Topology.Placement;
import dev.mainstay.resilience.network.Topology.WayOut;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A load balancer.
 *
 * @param placement the subnets that it has a node in
 * @param openZones the zones of the subnets in which clients reach it
 * @param closed the subnets without internet access, in which they do not
 * @param doubtful the subnets whose internet access is not known
 */
public record EntryPoint(
    ResourceNode node,
    Placement placement,
    Set<String> openZones,
    List<ResourceNode> closed,
    List<ResourceNode> doubtful) {

  public static EntryPoint of(ResourceNode node, ResourceGraph graph, Topology topology) {
    Placement placement =
        topology.placement(
            node, node.input("subnetMappings").isPresent() ? "subnetMappings" : "subnets");
    boolean internal = node.isTrue("internal");
    List<ResourceNode> closed =
        placement.subnets().stream()
            .filter(subnet -> !internal)
            .filter(
                subnet ->
                    switch (topology.wayOut(subnet).kind()) {
                      case NAT, NONE -> true;
                      case INTERNET_GATEWAY, UNKNOWN -> false;
                    })
            .toList();
    List<ResourceNode> doubtful =
        placement.subnets().stream()
            .filter(subnet -> !internal)
            .filter(subnet -> topology.wayOut(subnet).kind() == WayOut.Kind.UNKNOWN)
            .toList();
    var open = new TreeSet<String>();
    placement.subnets().stream()
        .filter(subnet -> !closed.contains(subnet))
        .forEach(subnet -> topology.zoneOf(subnet).ifPresent(open::add));
    return new EntryPoint(node, placement, open, closed, doubtful);
  }

  boolean internal() {
    return node.isTrue("internal");
  }

  boolean dualStack() {
    return node.text("ipAddressType", "ipv4").startsWith("dualstack");
  }

  /**
   * A Network Load Balancer, which may have no security group and may keep the client's address.
   */
  boolean isNetwork() {
    return node.text("loadBalancerType", "application").equals("network");
  }

  /** The zones in which it sends requests to servers, if these are known. */
  Optional<Set<String>> enabledZones() {
    return placement.known() ? Optional.of(placement.zones()) : Optional.empty();
  }

  public Effect zone(String zone, Topology topology) {
    if (!placement.known()) {
      return Effect.unknown(
              "The zones of load balancer `%s` are not all known.".formatted(node.name()))
          .touching(node);
    }
    Set<String> lost = lost(zone, topology);
    if (lost.isEmpty()) {
      return Effect.NOTHING;
    }
    var others = new TreeSet<>(openZones);
    others.removeAll(lost);
    if (others.isEmpty()) {
      return Effect.of(
              Outcome.DOWN,
              "Clients reach load balancer `%s` in or through %s only."
                  .formatted(node.name(), zone))
          .lasting(Interruption.UNKNOWN)
          .touching(node);
    }
    RecoveryTime name = RecoveryTime.of("elbName");
    return Effect.of(
            Outcome.SURVIVES,
            "Load balancer `%s` keeps serving from %s; clients may use a cached address in %s for up to %d s."
                .formatted(
                    node.name(),
                    String.join(", ", others),
                    String.join(", ", lost),
                    name.maxSeconds()))
        .lasting(new Interruption(name.minSeconds(), name.maxSeconds()))
        .touching(node);
  }

  /** Zones whose clients come through an endpoint in the zone that fails are lost with it. */
  private Set<String> lost(String zone, Topology topology) {
    var lost = new TreeSet<String>();
    if (openZones.contains(zone)) {
      lost.add(zone);
    }
    for (ResourceNode subnet : placement.subnets()) {
      boolean through =
          topology
              .defaultRoute(subnet)
              .filter(route -> route.target() == Target.ENDPOINT && route.via() != null)
              .map(route -> topology.endpointZones(route.via()))
              .filter(zones -> zones.equals(Set.of(zone)))
              .isPresent();
      if (through) {
        topology.zoneOf(subnet).filter(openZones::contains).ifPresent(lost::add);
      }
    }
    return lost;
  }

  public boolean spansZones() {
    return placement.known() && openZones.size() > 1;
  }
}
