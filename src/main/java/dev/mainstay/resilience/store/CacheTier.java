package dev.mainstay.resilience.store;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.model.Effect;
import dev.mainstay.resilience.model.Failure;
import dev.mainstay.resilience.model.Interruption;
import dev.mainstay.resilience.model.Outcome;
import dev.mainstay.resilience.model.Types;
import dev.mainstay.resilience.model.Verdict;
import dev.mainstay.resilience.network.Topology;
import dev.mainstay.resilience.network.Topology.Placement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An ElastiCache replication group. */
final class CacheTier implements Store {
  private static final long PORT = 6379;
  private static final String WITHOUT = "Whether the application works without it is not known.";

  private final ResourceNode node;
  private final String name;
  private final ResourceGraph graph;
  private final Placement placement;
  private final Optional<Long> nodes;
  private final List<String> preferredZones;

  private CacheTier(ResourceNode node, ResourceGraph graph, Topology topology) {
    this.node = node;
    this.name = node.name();
    this.graph = graph;
    this.placement = SubnetGroups.placement(node, "subnetGroupName", graph, topology);
    this.nodes = nodes(node);
    this.preferredZones = Topology.texts(node, "preferredCacheClusterAzs");
  }

  static Stream<Store> in(ResourceGraph graph, Topology topology) {
    return graph.all(Types.REPLICATION_GROUP).stream()
        .map(node -> new CacheTier(node, graph, topology));
  }

  /** In each shard, of which a group without cluster mode has one. */
  private static Optional<Long> nodes(ResourceNode node) {
    if (node.input("replicasPerNodeGroup").isPresent()) {
      return Optional.of(1 + node.number("replicasPerNodeGroup", 0));
    }
    return node.input("numCacheClusters").isPresent()
        ? Optional.of(node.number("numCacheClusters", 1))
        : Optional.empty();
  }

  @Override
  public ResourceNode node() {
    return node;
  }

  @Override
  public Kind kind() {
    return Kind.CACHE;
  }

  @Override
  public List<ResourceNode> parts() {
    return Stream.concat(
            Stream.of(node),
            graph.referring(CacheCluster.TYPE, "replicationGroupId", node).stream())
        .toList();
  }

  @Override
  public List<Access> accesses() {
    return List.of(
        Access.direct(node, "securityGroupIds", placement, node.number("port", PORT), graph));
  }

  @Override
  public Effect normal() {
    return EncryptionKeys.state(node, graph);
  }

  @Override
  public Effect zone(String zone) {
    if (placement.known() && !placement.zones().contains(zone)) {
      return Effect.NOTHING;
    }
    if (nodes.isEmpty()) {
      return unknownSize();
    }
    if (failsOver() && spansZones()) {
      return Effect.of(
              Outcome.SURVIVES,
              ("If the primary of `%s` is in %s, ElastiCache promotes a replica; AWS publishes no"
                      + " failover time.")
                  .formatted(name, zone))
          .touching(node);
    }
    if (!placement.known() && preferredZones.isEmpty()) {
      return Effect.unknown("The zones of `%s` are not known.".formatted(name))
          .lasting(Interruption.NONE)
          .touching(node);
    }
    if (!preferredZones.isEmpty() && !preferredZones.contains(zone)) {
      return Effect.NOTHING;
    }
    return Effect.of(
            Outcome.DEGRADED,
            "`%s` may be in %s alone, without a replica to promote elsewhere."
                .formatted(name, zone))
        .because(WITHOUT)
        .touching(node);
  }

  private Effect primary() {
    if (nodes.isEmpty()) {
      return unknownSize();
    }
    Effect effect =
        failsOver()
            ? Effect.of(
                    Outcome.SURVIVES,
                    "ElastiCache promotes a replica of `%s`; the most recent writes may be lost."
                        .formatted(name))
                .because("AWS publishes no failover time.")
            : Effect.of(Outcome.DEGRADED, whyNoFailover()).because(WITHOUT);
    return effect.lasting(Interruption.UNKNOWN).touching(node);
  }

  /** Whether its nodes, if it has several, are certain to be in several zones. */
  private boolean spansZones() {
    return new HashSet<>(preferredZones).size() > 1
        ? placement.spansZones() || !placement.known()
        : node.isTrue("multiAzEnabled") && preferredZones.isEmpty() && placement.spansZones();
  }

  private boolean failsOver() {
    return node.isTrue("automaticFailoverEnabled") && nodes.orElse(1L) > 1;
  }

  private String whyNoFailover() {
    return nodes.orElse(1L) > 1
        ? "`%s` does not fail over to its replicas (automaticFailoverEnabled).".formatted(name)
        : "`%s` has no replica.".formatted(name);
  }

  private Effect unknownSize() {
    return Effect.unknown("The number of nodes of `%s` is not known.".formatted(name))
        .touching(node);
  }

  /** A cache holds copies, which come back from where they were copied. */
  @Override
  public Effect regionLost() {
    return Effect.NOTHING;
  }

  @Override
  public List<Verdict> failures() {
    return List.of(primary().of(new Failure(Failure.Kind.CACHE_PRIMARY, name)));
  }

  @Override
  public Optional<Agreement> agreement() {
    return Optional.of(
        failsOver() && spansZones()
            ? new Agreement("ElastiCache in several zones", "elasticache", "multiZone")
            : new Agreement(
                "ElastiCache, not known to be in several zones", "elasticache", "singleZone"));
  }
}
