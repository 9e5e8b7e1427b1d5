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

/**
 * A cluster of Aurora or DocumentDB: its instances are each in one zone, its storage is in three,
 * so a zone takes instances and no data. See <a
 * href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html">high
 * availability for Aurora</a>.
 */
final class SharedStorageCluster implements Store {
  /** What Aurora and DocumentDB do not have in common. */
  private enum Engine {
    AURORA("Aurora", "aws:rds/cluster:Cluster", "aws:rds/clusterInstance:ClusterInstance"),
    DOCUMENT_DB(
        "DocumentDB", "aws:docdb/cluster:Cluster", "aws:docdb/clusterInstance:ClusterInstance");

    private final String title;
    private final String clusterType;
    private final String instanceType;

    Engine(String title, String clusterType, String instanceType) {
      this.title = title;
      this.clusterType = clusterType;
      this.instanceType = instanceType;
    }

    /** Of the tables of recovery times and agreements. */
    private String key() {
      return this == AURORA ? "aurora" : "documentDb";
    }
  }

  private final Engine engine;
  private final ResourceNode node;
  private final String name;
  private final ResourceGraph graph;
  private final Placement placement;
  private final List<ResourceNode> instances;
  private final Backups backups;

  private SharedStorageCluster(
      Engine engine, ResourceNode node, ResourceGraph graph, Topology topology) {
    this.engine = engine;
    this.node = node;
    this.name = node.name();
    this.graph = graph;
    this.placement = SubnetGroups.placement(node, "dbSubnetGroupName", graph, topology);
    this.instances = graph.referring(engine.instanceType, "clusterIdentifier", node);
    this.backups = Backups.automated(node, graph, Optional.of(1L));
  }

  static Stream<Store> in(ResourceGraph graph, Topology topology) {
    return Stream.of(Engine.values())
        .flatMap(
            engine ->
                graph.all(engine.clusterType).stream()
                    .filter(node -> !Types.isMultiZoneCluster(node))
                    .filter(node -> node.input("replicationSourceIdentifier").isEmpty())
                    .map(node -> new SharedStorageCluster(engine, node, graph, topology)));
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
    return Stream.of(List.of(node), instances, DatabaseAccess.proxies(node, graph))
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public List<Access> accesses() {
    return DatabaseAccess.of(node, placement, graph);
  }

  @Override
  public Effect normal() {
    Effect effect = EncryptionKeys.state(node, graph).and(DatabaseAccess.stopped(node, graph));
    return instances.isEmpty() && !isServerlessV1()
        ? effect.and(
            Effect.of(
                    Outcome.DOWN,
                    "%s cluster `%s` has no instance in this stack.".formatted(engine.title, name))
                .lasting(Interruption.UNKNOWN)
                .touching(node))
        : effect;
  }

  /** The first version of Aurora Serverless, whose only instance is not a resource. */
  private boolean isServerlessV1() {
    return node.text("engineMode", "provisioned").equals("serverless");
  }

  @Override
  public Effect zone(String zone) {
    return itself(zone).and(DatabaseAccess.zone(node, graph, zone));
  }

  private Effect itself(String zone) {
    if (instances.isEmpty()) {
      return noInstance(zone);
    }
    List<ResourceNode> here = instances.stream().filter(it -> mayBeIn(it, zone)).toList();
    if (here.isEmpty()) {
      return Effect.NOTHING;
    }
    if (here.size() < instances.size()) {
      return failover(
          "If the writer of `%s` is in %s, %s promotes a reader"
              .formatted(name, zone, engine.title));
    }
    if (instances.size() > 1 && here.stream().anyMatch(it -> pinned(it).isEmpty())) {
      return Effect.unknown(
              "Whether the instances of `%s` are in different zones is not known (availabilityZone)."
                  .formatted(name))
          .touching(parts());
    }
    if (!placement.known() && pinned(instances.get(0)).isEmpty()) {
      return Effect.unknown("The zone of the only instance of `%s` is not known.".formatted(name))
          .touching(parts());
    }
    return Effect.of(
            Outcome.DOWN,
            (instances.size() == 1
                    ? "The only instance of `%s` is, or may be, in %s."
                    : "All instances of `%s` are in %s.")
                .formatted(name, zone))
        .because("Its storage is in three zones: no data is lost.")
        .because("Somebody has to create an instance in another zone.")
        .lasting(Interruption.UNKNOWN)
        .touching(parts());
  }

  private Effect noInstance(String zone) {
    if (!isServerlessV1()) {
      return Effect.unknown("The zones of `%s` are not known.".formatted(name)).touching(node);
    }
    return Effect.of(
            Outcome.DOWN,
            "If the instance of `%s` is in %s, Aurora creates another; AWS publishes no time for it."
                .formatted(name, zone))
        .lasting(Interruption.UNKNOWN)
        .touching(node);
  }

  private boolean mayBeIn(ResourceNode instance, String zone) {
    return pinned(instance)
        .map(zone::equals)
        .orElse(!placement.known() || placement.zones().contains(zone));
  }

  private static Optional<String> pinned(ResourceNode instance) {
    return instance.input("availabilityZone").map(Object::toString);
  }

  private Effect primary() {
    if (instances.size() > 1) {
      return failover("%s promotes a reader of `%s`".formatted(engine.title, name));
    }
    RecoveryTime time = RecoveryTime.of(engine.key() + "Recreation");
    String takes =
        time.maxSeconds() == null
            ? "AWS publishes no time for it"
            : "typically in less than %d s".formatted(time.maxSeconds());
    return Effect.of(
            Outcome.DOWN,
            "`%s` has no reader: %s creates another instance in the same zone, %s."
                .formatted(name, engine.title, takes))
        .lasting(new Interruption(time.minSeconds(), time.maxSeconds()))
        .touching(parts());
  }

  private Effect failover(String how) {
    RecoveryTime time = RecoveryTime.of(engine.key() + "Failover");
    return Effect.of(
            Outcome.SURVIVES,
            "%s, typically in less than %d s; no committed write is lost."
                .formatted(how, time.maxSeconds()))
        .lasting(new Interruption(time.minSeconds(), time.maxSeconds()))
        .touching(parts());
  }

  /** A secondary cluster of a global one has the data as of moments before. */
  @Override
  public Effect regionLost() {
    boolean global =
        node.input("globalClusterIdentifier").isPresent()
            || graph.resources().stream()
                .anyMatch(it -> it.referencesAt("sourceDbClusterIdentifier").contains(node.urn()));
    return global
        ? Effect.of(
                Outcome.DOWN,
                "`%s` is part of a global cluster; a cluster in another region may hold its data."
                    .formatted(name))
            .lasting(Interruption.UNKNOWN)
            .losing(DataLoss.UNKNOWN)
            .touching(node)
        : backups.regionLost();
  }

  @Override
  public List<Verdict> failures() {
    return List.of(
        primary().of(new Failure(Failure.Kind.DATABASE_PRIMARY, name)),
        backups.contentLost().of(new Failure(Failure.Kind.DATABASE_CONTENT, name)));
  }

  @Override
  public Optional<Agreement> agreement() {
    long zones = instances.stream().flatMap(it -> pinned(it).stream()).distinct().count();
    return Optional.of(
        zones > 1
            ? new Agreement(engine.title + " in several zones", engine.key(), "multiZone")
            : new Agreement(
                engine.title + ", not known to be in several zones", engine.key(), "singleZone"));
  }
}
