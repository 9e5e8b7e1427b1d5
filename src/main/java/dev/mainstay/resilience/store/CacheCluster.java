package dev.mainstay.resilience.store;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.model.Effect;
import dev.mainstay.resilience.model.Failure;
import dev.mainstay.resilience.model.Interruption;
import dev.mainstay.resilience.model.Outcome;
import dev.mainstay.resilience.model.Verdict;
import dev.mainstay.resilience.network.Topology;
import dev.mainstay.resilience.network.Topology.Placement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * An ElastiCache cluster without replication: nodes of Memcached, or one node of Redis or Valkey.
 */
final class CacheCluster implements Store {
  static final String TYPE = "aws:elasticache/cluster:Cluster";
  private static final long MEMCACHED_PORT = 11211;
  private static final long PORT = 6379;

  private final ResourceNode node;
  private final String name;
  private final ResourceGraph graph;
  private final Placement placement;

  private CacheCluster(ResourceNode node, ResourceGraph graph, Topology topology) {
    this.node = node;
    this.name = node.name();
    this.graph = graph;
    this.placement = SubnetGroups.placement(node, "subnetGroupName", graph, topology);
  }

  /** One that belongs to a replication group is a node of that. */
  static Stream<Store> in(ResourceGraph graph, Topology topology) {
    return graph.all(TYPE).stream()
        .filter(node -> node.input("replicationGroupId").isEmpty())
        .map(node -> new CacheCluster(node, graph, topology));
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
    return List.of(node);
  }

  @Override
  public List<Access> accesses() {
    return List.of(
        Access.direct(
            node,
            "securityGroupIds",
            placement,
            node.number("port", isMemcached() ? MEMCACHED_PORT : PORT),
            graph));
  }

  private boolean isMemcached() {
    return node.text("engine", "").equals("memcached");
  }

  @Override
  public Effect normal() {
    return Effect.NOTHING;
  }

  @Override
  public Effect zone(String zone) {
    Set<String> zones = zones();
    if (zones.isEmpty()) {
      return Effect.unknown("The zones of `%s` are not known.".formatted(name))
          .lasting(Interruption.NONE)
          .touching(node);
    }
    return zones.contains(zone) ? lost("in " + zone) : Effect.NOTHING;
  }

  /** The zones that its nodes may be in; none if that is not known. */
  private Set<String> zones() {
    var zones = new TreeSet<String>();
    zones.addAll(Topology.texts(node, "preferredAvailabilityZones"));
    node.input("availabilityZone").map(Object::toString).ifPresent(zones::add);
    return zones.isEmpty() && placement.known() ? placement.zones() : zones;
  }

  private Effect lost(String where) {
    return Effect.of(
            Outcome.DEGRADED,
            "`%s` has no replicas: what its nodes %s hold is lost.".formatted(name, where))
        .because("Whether the application works without it is not known.")
        .touching(node);
  }

  @Override
  public Effect regionLost() {
    return Effect.NOTHING;
  }

  @Override
  public List<Verdict> failures() {
    return List.of(
        lost("that fail")
            .lasting(Interruption.UNKNOWN)
            .of(new Failure(Failure.Kind.CACHE_PRIMARY, name)));
  }

  /** AWS tells Memcached across zones from one zone; a single node is in one. */
  @Override
  public Optional<Agreement> agreement() {
    return Optional.of(new Agreement("ElastiCache without replicas", "elasticache", "singleZone"));
  }
}
