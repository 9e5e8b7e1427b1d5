package dev.mainstay.resilience.store;

import dev.mainstay.facts.StorePort;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.fleet.Fleet;
import dev.mainstay.resilience.fleet.Pool;
import dev.mainstay.resilience.model.DataLoss;
import dev.mainstay.resilience.model.Effect;
import dev.mainstay.resilience.model.Failure;
import dev.mainstay.resilience.model.Interruption;
import dev.mainstay.resilience.model.Outcome;
import dev.mainstay.resilience.model.Types;
import dev.mainstay.resilience.model.Verdict;
import dev.mainstay.resilience.network.Connections;
import dev.mainstay.resilience.network.Endpoint;
import dev.mainstay.resilience.network.Passage;
import dev.mainstay.resilience.network.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A database on a server of its own. It is known by its security groups, which let the servers
 * behind the load balancer in on the port of a database.
 */
final class ServerDatabase implements Store {
  private final ResourceNode node;
  private final String name;
  private final StorePort port;
  private final ResourceGraph graph;
  private final Topology topology;
  private final Backups backups;
  private final List<ServerDatabase> others = new ArrayList<>();

  private ServerDatabase(
      ResourceNode node, StorePort port, ResourceGraph graph, Topology topology) {
    this.node = node;
    this.name = node.name();
    this.port = port;
    this.graph = graph;
    this.topology = topology;
    this.backups = Backups.byPlan(node, graph);
  }

  static Stream<Store> in(ResourceGraph graph, Topology topology, List<Fleet> fleets) {
    var connections = new Connections(graph, topology);
    var found = new ArrayList<ServerDatabase>();
    for (ResourceNode server : graph.all(Types.EC2_INSTANCE)) {
      if (!translates(server)
          && fleets.stream().noneMatch(fleet -> fleet.members().contains(server))) {
        Endpoint endpoint = endpoint(server, graph, topology);
        port(endpoint, connections, fleets)
            .map(port -> new ServerDatabase(server, port, graph, topology))
            .ifPresent(found::add);
      }
    }
    for (ServerDatabase database : found) {
      found.stream()
          .filter(other -> other != database && other.port.equals(database.port))
          .forEach(database.others::add);
    }
    return found.stream().map(database -> database);
  }

  /** A NAT instance lets servers in on every port, and holds nothing. */
  private static boolean translates(ResourceNode server) {
    return server.text("sourceDestCheck", "true").equals("false");
  }

  private static Optional<StorePort> port(
      Endpoint server, Connections connections, List<Fleet> fleets) {
    List<Pool> pools = fleets.stream().flatMap(fleet -> fleet.pools().stream()).toList();
    return StorePort.all().stream()
        .filter(port -> connections.letsIn(server, port.number()))
        .filter(
            port ->
                pools.stream()
                    .anyMatch(
                        pool ->
                            connections.letsIn(pool.endpoint(), server, port.number())
                                == Passage.OPEN))
        .findFirst();
  }

  private static Endpoint endpoint(ResourceNode server, ResourceGraph graph, Topology topology) {
    String groups =
        server.input("vpcSecurityGroupIds").isPresent() ? "vpcSecurityGroupIds" : "securityGroups";
    return Endpoint.of(server, groups, topology.placement(server, "subnetId"), graph);
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
    return List.of(node);
  }

  @Override
  public List<Access> accesses() {
    return List.of(
        new Access(
            endpoint(node, graph, topology), OptionalLong.of(port.number()), Optional.empty()));
  }

  @Override
  public Effect normal() {
    return Effect.NOTHING;
  }

  @Override
  public Effect zone(String zone) {
    Optional<String> home = topology.zoneOf(node);
    if (home.isEmpty()) {
      return Effect.unknown("The zone of database server `%s` is not known.".formatted(name))
          .losing(DataLoss.UNKNOWN)
          .touching(node);
    }
    if (!home.get().equals(zone)) {
      return Effect.NOTHING;
    }
    if (others.stream().anyMatch(other -> !other.topology.zoneOf(other.node).equals(home))) {
      return unknownStandby();
    }
    return Effect.of(
            Outcome.DOWN,
            "Server `%s`, which lets servers in on port %d (%s), is in %s with its volumes."
                .formatted(name, port.number(), port.protocol(), zone))
        .and(backups.restore())
        .lasting(Interruption.UNKNOWN)
        .touching(node);
  }

  private Effect unknownStandby() {
    return Effect.unknown(
            "Whether `%s` is promoted when `%s` fails is not known."
                .formatted(others.get(0).name, name))
        .losing(DataLoss.UNKNOWN)
        .touching(node);
  }

  private Effect fails() {
    return others.isEmpty()
        ? Effect.of(Outcome.DOWN, "No other server answers for `%s`.".formatted(name))
            .lasting(Interruption.UNKNOWN)
            .losing(DataLoss.UNKNOWN)
            .touching(node)
        : unknownStandby();
  }

  @Override
  public Effect regionLost() {
    return backups.regionLost();
  }

  @Override
  public List<Verdict> failures() {
    return List.of(
        fails().of(new Failure(Failure.Kind.DATABASE_PRIMARY, name)),
        backups.restore().touching(node).of(new Failure(Failure.Kind.DATABASE_CONTENT, name)));
  }

  @Override
  public Optional<Agreement> agreement() {
    return Optional.of(new Agreement("EC2, one database server", "ec2", "instance"));
  }
}
