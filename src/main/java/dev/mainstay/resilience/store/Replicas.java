package dev.mainstay.resilience.store;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.model.Effect;
import dev.mainstay.resilience.model.Outcome;
import dev.mainstay.resilience.model.Types;
import dev.mainstay.resilience.network.Topology;
import dev.mainstay.resilience.network.Topology.Placement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The read replicas of a database. One that nothing in the stack hands an address of neither helps
 * nor hurts: servers do not know it.
 */
final class Replicas {
  /** What looks at a replica, or is attached to it, and sends it no request. */
  private static final Set<String> WATCHERS =
      Set.of(
          "aws:cloudwatch/metricAlarm:MetricAlarm",
          "aws:cloudwatch/dashboard:Dashboard",
          "aws:rds/eventSubscription:EventSubscription",
          "aws:backup/selection:Selection",
          Types.DATABASE);

  private final List<ResourceNode> all;
  private final List<ResourceNode> used;
  private final ResourceGraph graph;
  private final Topology topology;

  Replicas(ResourceNode source, ResourceGraph graph, Topology topology) {
    this.all = graph.referring(Types.DATABASE, "replicateSourceDb", source);
    this.graph = graph;
    this.topology = topology;
    this.used = all.stream().filter(this::isUsed).toList();
  }

  List<ResourceNode> all() {
    return all;
  }

  /** What it does to reads that servers send to replicas when a zone is lost. */
  Effect zone(String zone) {
    return used.stream()
        .filter(replica -> mayBeIn(replica, zone))
        .map(
            replica ->
                Effect.of(
                        Outcome.DEGRADED,
                        "Reads from replica `%s` fail if it is in %s: it has no standby."
                            .formatted(replica.name(), zone))
                    .touching(replica))
        .reduce(Effect.NOTHING, Effect::and);
  }

  private boolean isUsed(ResourceNode replica) {
    return graph.resources().stream()
        .filter(node -> !WATCHERS.contains(node.type()))
        .flatMap(node -> node.references().stream())
        .anyMatch(
            reference ->
                reference.urn().equals(replica.urn())
                    && Set.of("address", "endpoint").contains(reference.property()));
  }

  private boolean mayBeIn(ResourceNode replica, String zone) {
    if (replica.isTrue("multiAz")) {
      return false;
    }
    Optional<String> pinned = replica.input("availabilityZone").map(Object::toString);
    if (pinned.isPresent()) {
      return pinned.get().equals(zone);
    }
    Placement placement = SubnetGroups.placement(replica, "dbSubnetGroupName", graph, topology);
    return !placement.known() || placement.zones().contains(zone);
  }
}
