package dev.mainstay.resilience.path;

import dev.mainstay.facts.RecoveryTime;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.model.Effect;
import dev.mainstay.resilience.model.Interruption;
import dev.mainstay.resilience.model.Outcome;
import dev.mainstay.resilience.network.Topology;
import dev.mainstay.resilience.network.Topology.Placement;
import dev.mainstay.resilience.network.Topology.WayOut;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A load balancer.
 *
 * @param placement the subnets that it has a node in
 * @param openZones the zones of those where clients reach it
 * @param closed subnets without a way to the internet, where clients do not
 * @param doubtful subnets of which that is not known
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

  public Effect zone(String zone) {
    if (!placement.known()) {
      return Effect.unknown(
              "Which zones load balancer %s covers is not known.".formatted(node.name()))
          .touching(node);
    }
    if (!openZones.contains(zone)) {
      return Effect.NOTHING;
    }
    var others = new TreeSet<>(openZones);
    others.remove(zone);
    if (others.isEmpty()) {
      return Effect.of(
              Outcome.DOWN, "Load balancer %s is reached in %s only.".formatted(node.name(), zone))
          .lasting(Interruption.UNKNOWN)
          .touching(node);
    }
    RecoveryTime name = RecoveryTime.of("elbName");
    return Effect.of(
            Outcome.SURVIVES,
            "Load balancer %s goes on in %s; clients may hold its address in %s for %d s."
                .formatted(node.name(), String.join(", ", others), zone, name.maxSeconds()))
        .lasting(new Interruption(name.minSeconds(), name.maxSeconds()))
        .touching(node);
  }

  public boolean spansZones() {
    return placement.known() && openZones.size() > 1;
  }
}
