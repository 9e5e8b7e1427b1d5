package dev.mainstay.resilience.store;

import dev.mainstay.facts.RecoveryTime;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.model.DataLoss;
import dev.mainstay.resilience.model.Effect;
import dev.mainstay.resilience.model.Failure;
import dev.mainstay.resilience.model.Interruption;
import dev.mainstay.resilience.model.Outcome;
import dev.mainstay.resilience.model.Types;
import dev.mainstay.resilience.model.Verdict;
import dev.mainstay.resilience.network.Topology;
import dev.mainstay.resilience.network.Topology.Placement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An RDS database, or Multi-AZ DB cluster, that is not the replica of another. */
final class DatabaseTier implements Store {
  private final ResourceNode node;
  private final String name;
  private final ResourceGraph graph;
  private final Placement placement;
  private final Backups backups;
  private final Replicas replicas;

  private DatabaseTier(ResourceNode node, ResourceGraph graph, Topology topology) {
    this.node = node;
    this.name = node.name();
    this.graph = graph;
    this.placement = SubnetGroups.placement(node, "dbSubnetGroupName", graph, topology);
    this.backups = Backups.automated(node, graph, Optional.empty());
    this.replicas = new Replicas(node, graph, topology);
  }

  static Stream<Store> in(ResourceGraph graph, Topology topology) {
    return Types.databases(graph).stream()
        .filter(node -> node.input("replicateSourceDb").isEmpty())
        .map(node -> new DatabaseTier(node, graph, topology));
  }

  @Override
  public ResourceNode node() {
    return node;
  }

  @Override
  public Kind kind() {
    return Kind.DATABASE;
  }

  @Override
  public List<ResourceNode> parts() {
    return Stream.of(List.of(node), replicas.all(), DatabaseAccess.proxies(node, graph))
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public List<Access> accesses() {
    return DatabaseAccess.of(node, placement, graph);
  }

  @Override
  public Effect normal() {
    return EncryptionKeys.state(node, graph).and(DatabaseAccess.stopped(node, graph));
  }

  @Override
  public Effect zone(String zone) {
    return itself(zone).and(replicas.zone(zone)).and(DatabaseAccess.zone(node, graph, zone));
  }

  private Effect itself(String zone) {
    if (placement.known() && !placement.zones().contains(zone)) {
      return Effect.NOTHING;
    }
    if (hasStandby()) {
      return failover("If the primary of `%s` is in %s, RDS fails over".formatted(name, zone));
    }
    if (isRedundant() && !placement.known()) {
      return unknownStandby();
    }
    Optional<String> pinned = node.input("availabilityZone").map(Object::toString);
    if (pinned.isPresent() && !isRedundant()) {
      return pinned.get().equals(zone)
          ? down("`%s` is in %s and has no standby.".formatted(name, zone))
          : Effect.NOTHING;
    }
    if (!placement.known()) {
      return Effect.unknown("`%s` has no standby, and its zone is not known.".formatted(name))
          .losing(DataLoss.UNKNOWN)
          .touching(node);
    }
    return down(
        placement.spansZones()
            ? "`%s` has no standby (multiAz is not true) and may be in any of %s."
                .formatted(name, String.join(", ", placement.zones()))
            : "All subnets of `%s` are in %s.".formatted(name, zone));
  }

  private Effect primary() {
    if (hasStandby()) {
      return failover("RDS fails over to the standby of `%s`".formatted(name));
    }
    if (isRedundant() && !placement.known()) {
      return unknownStandby();
    }
    return down(
        isRedundant()
            ? "All subnets of `%s` are in %s: no zone is left for a standby."
                .formatted(name, String.join(", ", placement.zones()))
            : "`%s` has no standby (multiAz is not true).".formatted(name));
  }

  private Effect unknownStandby() {
    return Effect.unknown(
            "Whether the subnets of `%s` leave a zone for its standby is not known."
                .formatted(name))
        .losing(DataLoss.UNKNOWN)
        .touching(node);
  }

  private boolean isRedundant() {
    return Types.isMultiZoneCluster(node) || node.isTrue("multiAz");
  }

  /** Whether a standby is certain: it takes two zones that are seen in the graph. */
  private boolean hasStandby() {
    return isRedundant() && placement.spansZones();
  }

  private Effect failover(String how) {
    RecoveryTime time =
        RecoveryTime.of(Types.isMultiZoneCluster(node) ? "rdsClusterFailover" : "rdsFailover");
    return Effect.of(
            Outcome.SURVIVES,
            "%s, typically in %d to %d s; no committed write is lost."
                .formatted(how, time.minSeconds(), time.maxSeconds()))
        .lasting(new Interruption(time.minSeconds(), time.maxSeconds()))
        .touching(node);
  }

  private Effect down(String why) {
    Effect effect = Effect.of(Outcome.DOWN, why).and(backups.restore()).touching(node);
    for (ResourceNode replica : replicas.all()) {
      effect =
          effect.because(
              "Replica `%s` can be promoted by hand; the most recent writes may be lost."
                  .formatted(replica.name()));
    }
    return effect;
  }

  @Override
  public Effect regionLost() {
    return backups.regionLost();
  }

  @Override
  public List<Verdict> failures() {
    return List.of(
        primary().of(new Failure(Failure.Kind.DATABASE_PRIMARY, name)),
        backups.contentLost().of(new Failure(Failure.Kind.DATABASE_CONTENT, name)));
  }

  @Override
  public Optional<Agreement> agreement() {
    return Optional.of(
        hasStandby()
            ? new Agreement("RDS with a standby", "rds", "multiZone")
            : new Agreement("RDS without a standby", "rds", "singleZone"));
  }
}
