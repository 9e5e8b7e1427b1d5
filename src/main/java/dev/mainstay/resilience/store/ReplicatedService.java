package dev.mainstay.resilience.store;

import dev.mainstay.facts.RecoveryTime;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.model.DataLoss;
import dev.mainstay.resilience.model.Effect;
import dev.mainstay.resilience.model.Failure;
import dev.mainstay.resilience.model.Interruption;
import dev.mainstay.resilience.model.Outcome;
import dev.mainstay.resilience.model.Verdict;
import dev.mainstay.resilience.network.Topology;
import dev.mainstay.resilience.network.Topology.Placement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** MemoryDB, OpenSearch or FSx: in several zones if it is told to be, in one otherwise. */
final class ReplicatedService implements Store {
  private final ServiceShape shape;
  private final ResourceNode node;
  private final String name;
  private final ResourceGraph graph;
  private final Placement placement;
  private final Backups backups;

  private ReplicatedService(
      ServiceShape shape, ResourceNode node, ResourceGraph graph, Topology topology) {
    this.shape = shape;
    this.node = node;
    this.name = node.name();
    this.graph = graph;
    this.placement = shape.placement(node, graph, topology);
    this.backups = Backups.byPlan(node, graph);
  }

  static Stream<Store> in(ResourceGraph graph, Topology topology) {
    return Stream.of(ServiceShape.values())
        .flatMap(
            shape ->
                graph.resources().stream()
                    .filter(shape::is)
                    .map(node -> new ReplicatedService(shape, node, graph, topology)));
  }

  @Override
  public ResourceNode node() {
    return node;
  }

  @Override
  public Kind kind() {
    return shape.kind();
  }

  @Override
  public List<ResourceNode> parts() {
    return List.of(node);
  }

  /** A domain outside a VPC is reached over the internet, which no rule here decides on. */
  @Override
  public List<Access> accesses() {
    boolean outside = shape == ServiceShape.OPEN_SEARCH && node.input("vpcOptions").isEmpty();
    return outside
        ? List.of()
        : List.of(
            Access.direct(
                node, shape.securityGroups(), placement, node.number("port", shape.port()), graph));
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
    return switch (shape.spread(node)) {
      case YES -> placement.spansZones() ? survives() : unknown();
      case UNKNOWN -> unknown();
      case NO ->
          placement.known()
              ? Effect.of(
                      Outcome.DOWN,
                      "%s `%s` has nothing outside one zone, which may be %s."
                          .formatted(shape.title(), name, zone))
                  .and(lost())
                  .lasting(Interruption.UNKNOWN)
                  .touching(node)
              : unknown();
    };
  }

  private Effect survives() {
    RecoveryTime time = RecoveryTime.of(shape.failover());
    String takes =
        time.maxSeconds() == null
            ? "AWS publishes no failover time"
            : "typically in less than %d s".formatted(time.maxSeconds());
    return Effect.of(
            Outcome.SURVIVES,
            "%s fails `%s` over to another zone; %s.".formatted(shape.title(), name, takes))
        .lasting(new Interruption(time.minSeconds(), time.maxSeconds()))
        .touching(node);
  }

  private Effect unknown() {
    return Effect.unknown(
            "Whether %s `%s` is in several zones is not known.".formatted(shape.title(), name))
        .losing(DataLoss.UNKNOWN)
        .touching(node);
  }

  /** MemoryDB writes to a log in several zones before it acknowledges. */
  private Effect lost() {
    return shape == ServiceShape.MEMORY_DB ? Effect.NOTHING : content();
  }

  private Effect content() {
    String path = shape.snapshots();
    if (!path.isEmpty() && node.input(path).isEmpty()) {
      return Effect.unknown("Whether `%s` has backups is not known (%s).".formatted(name, path))
          .losing(DataLoss.UNKNOWN);
    }
    if (path.isEmpty() || node.number(path, 0) > 0) {
      return Effect.of(
              Outcome.DEGRADED,
              "%s keeps snapshots of `%s`; a restore is started by hand."
                  .formatted(shape.title(), name))
          .lasting(Interruption.UNKNOWN)
          .losing(DataLoss.UNKNOWN);
    }
    return backups.restore();
  }

  @Override
  public Effect regionLost() {
    return Effect.of(Outcome.DOWN, "All data of `%s` is in the region.".formatted(name))
        .lasting(Interruption.UNKNOWN)
        .losing(DataLoss.ALL)
        .touching(node);
  }

  @Override
  public List<Verdict> failures() {
    return List.of(content().touching(node).of(new Failure(Failure.Kind.DATABASE_CONTENT, name)));
  }

  @Override
  public Optional<Agreement> agreement() {
    boolean many = shape.spread(node) == ServiceShape.Spread.YES && placement.spansZones();
    return Optional.of(
        new Agreement(
            shape.title() + (many ? " in several zones" : ", not known to be in several zones"),
            shape.service(),
            many ? "multiZone" : "singleZone"));
  }
}
