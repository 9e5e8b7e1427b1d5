package dev.mainstay.resilience.store;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.model.Effect;
import dev.mainstay.resilience.model.Interruption;
import dev.mainstay.resilience.model.Outcome;
import dev.mainstay.resilience.model.Types;
import dev.mainstay.resilience.network.Topology;
import dev.mainstay.resilience.network.Topology.Placement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** An ElastiCache replication group. */
public final class CacheTier {
  private static final String WITHOUT =
      "the application has to do without it, and whether it can is not known from here.";

  private final ResourceNode node;
  private final String name;
  private final Placement placement;
  private final Optional<Long> nodes;
  private final List<String> preferredZones;

  CacheTier(ResourceNode node, ResourceGraph graph, Topology topology) {
    this.node = node;
    this.name = node.name();
    this.placement =
        graph.referenced(node, "subnetGroupName").stream()
            .findFirst()
            .map(group -> topology.placement(group, "subnetIds"))
            .orElse(Placement.UNKNOWN);
    this.nodes = nodes(node);
    this.preferredZones = Topology.texts(node, "preferredCacheClusterAzs");
  }

  public static List<CacheTier> in(ResourceGraph graph, Topology topology) {
    return graph.all(Types.REPLICATION_GROUP).stream()
        .map(node -> new CacheTier(node, graph, topology))
        .toList();
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

  public ResourceNode node() {
    return node;
  }

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
              "If the primary of %s is in %s, a replica in another zone takes over; AWS gives no figure in seconds."
                  .formatted(name, zone))
          .touching(node);
    }
    if (!placement.known()) {
      return Effect.unknown("In which zones %s stands is not known.".formatted(name))
          .lasting(Interruption.NONE)
          .touching(node);
    }
    return Effect.of(
            Outcome.DEGRADED,
            "%s may stand in %s alone, or not fail over to a replica elsewhere: %s"
                .formatted(name, zone, WITHOUT))
        .touching(node);
  }

  public Effect primary() {
    if (nodes.isEmpty()) {
      return unknownSize();
    }
    Effect effect =
        failsOver()
            ? Effect.of(
                Outcome.SURVIVES,
                "A replica of %s takes over, short of the last writes; AWS gives no figure in seconds."
                    .formatted(name))
            : Effect.of(
                Outcome.DEGRADED,
                "%s: until AWS has replaced it, %s".formatted(whyNoFailover(), WITHOUT));
    return effect.lasting(Interruption.UNKNOWN).touching(node);
  }

  /** Whether its nodes, if it has several, stand in several zones. */
  public boolean spansZones() {
    boolean spread = node.isTrue("multiAzEnabled") || new HashSet<>(preferredZones).size() > 1;
    return spread && (placement.spansZones() || !placement.known());
  }

  public boolean failsOver() {
    return node.isTrue("automaticFailoverEnabled") && nodes.orElse(1L) > 1;
  }

  private String whyNoFailover() {
    return nodes.orElse(1L) > 1
        ? "%s has replicas but does not fail over to them (automaticFailoverEnabled)"
            .formatted(name)
        : "%s has no replica".formatted(name);
  }

  private Effect unknownSize() {
    return Effect.unknown("How many nodes %s has is not known.".formatted(name)).touching(node);
  }
}
