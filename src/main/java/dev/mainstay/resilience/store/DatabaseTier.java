package dev.mainstay.resilience.store;

import dev.mainstay.facts.RecoveryTime;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.model.DataLoss;
import dev.mainstay.resilience.model.Effect;
import dev.mainstay.resilience.model.Interruption;
import dev.mainstay.resilience.model.Outcome;
import dev.mainstay.resilience.model.Types;
import dev.mainstay.resilience.network.Topology;
import dev.mainstay.resilience.network.Topology.Placement;
import java.util.List;
import java.util.Optional;

/** An RDS database, or Multi-AZ DB cluster, that is not the replica of another. */
public final class DatabaseTier {
  private final ResourceNode node;
  private final String name;
  private final Placement placement;
  private final Backups backups;
  private final List<ResourceNode> replicas;

  DatabaseTier(ResourceNode node, ResourceGraph graph, Topology topology) {
    this.node = node;
    this.name = node.name();
    this.placement =
        graph.referenced(node, "dbSubnetGroupName").stream()
            .findFirst()
            .map(group -> topology.placement(group, "subnetIds"))
            .orElse(Placement.UNKNOWN);
    this.backups = new Backups(node, graph);
    this.replicas = graph.referring(Types.DATABASE, "replicateSourceDb", node);
  }

  public static List<DatabaseTier> in(ResourceGraph graph, Topology topology) {
    return Types.databases(graph).stream()
        .filter(node -> node.input("replicateSourceDb").isEmpty())
        .map(node -> new DatabaseTier(node, graph, topology))
        .toList();
  }

  public ResourceNode node() {
    return node;
  }

  public Backups backups() {
    return backups;
  }

  public Effect zone(String zone) {
    if (placement.known() && !placement.zones().contains(zone)) {
      return Effect.NOTHING;
    }
    if (hasStandby()) {
      return failover(
          "If the primary of %s is in %s, its standby takes over".formatted(name, zone));
    }
    Optional<String> pinned = node.input("availabilityZone").map(Object::toString);
    if (pinned.isPresent()) {
      return pinned.get().equals(zone)
          ? down("%s stands in %s, without a standby elsewhere.".formatted(name, zone))
          : Effect.NOTHING;
    }
    if (!placement.known()) {
      return Effect.unknown(
              "In which zone %s stands, without a standby, is not known.".formatted(name))
          .losing(DataLoss.UNKNOWN)
          .touching(node);
    }
    return down(
        placement.spansZones()
            ? "%s has no standby (multiAz is not true), and of %s it may stand in %s."
                .formatted(name, String.join(", ", placement.zones()), zone)
            : "All subnets of %s are in %s.".formatted(name, zone));
  }

  public Effect primary() {
    if (hasStandby()) {
      return failover("The standby of %s takes over".formatted(name));
    }
    return down(
        node.isTrue("multiAz")
            ? "All subnets of %s are in %s: there is no zone for a standby."
                .formatted(name, String.join(", ", placement.zones()))
            : "%s has no standby (multiAz is not true).".formatted(name));
  }

  public boolean hasStandby() {
    return Types.isMultiZoneCluster(node)
        || (node.isTrue("multiAz") && (placement.spansZones() || !placement.known()));
  }

  private Effect failover(String who) {
    RecoveryTime time =
        RecoveryTime.of(Types.isMultiZoneCluster(node) ? "rdsClusterFailover" : "rdsFailover");
    return Effect.of(
            Outcome.SURVIVES,
            "%s, typically in %d to %d s; it has every committed write."
                .formatted(who, time.minSeconds(), time.maxSeconds()))
        .lasting(new Interruption(time.minSeconds(), time.maxSeconds()))
        .touching(node);
  }

  private Effect down(String why) {
    Effect effect = Effect.of(Outcome.DOWN, why).and(backups.restore()).touching(node);
    for (ResourceNode replica : replicas) {
      effect =
          effect.because(
              "Replica %s can be made the primary by hand, short of the last writes."
                  .formatted(replica.name()));
    }
    return effect;
  }
}
