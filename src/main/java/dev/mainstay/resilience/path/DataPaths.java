package dev.mainstay.resilience.path;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.fleet.Fleet;
import dev.mainstay.resilience.fleet.Pool;
import dev.mainstay.resilience.model.Effect;
import dev.mainstay.resilience.model.Outcome;
import dev.mainstay.resilience.model.Types;
import dev.mainstay.resilience.network.Connections;
import dev.mainstay.resilience.network.Endpoint;
import dev.mainstay.resilience.network.Topology;
import dev.mainstay.resilience.network.Topology.Placement;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Whether servers reach the data. */
public final class DataPaths {
  private static final Map<String, Long> DATABASE_PORTS =
      Map.of("postgres", 5432L, "mysql", 3306L, "mariadb", 3306L);
  private static final long CACHE_PORT = 6379;

  private final ResourceGraph graph;
  private final Topology topology;
  private final Connections connections;

  public DataPaths(ResourceGraph graph, Topology topology) {
    this.graph = graph;
    this.topology = topology;
    this.connections = new Connections(graph, topology);
  }

  public Effect of(List<Fleet> fleets) {
    return fleets.stream()
        .flatMap(fleet -> fleet.pools().stream())
        .map(this::supplied)
        .reduce(Effect.NOTHING, Effect::and);
  }

  private Effect supplied(Pool pool) {
    Effect effect = Effect.NOTHING;
    for (ResourceNode database : Types.databases(graph)) {
      OptionalLong port = databasePort(database);
      Effect reached =
          port.isPresent()
              ? connections.between(
                  pool.endpoint(),
                  endpoint(database, "vpcSecurityGroupIds", "dbSubnetGroupName"),
                  port.getAsLong(),
                  "server")
              : Effect.unknown("The port of `%s` is not known.".formatted(database.name()));
      if (database.input("replicateSourceDb").isEmpty() || reached.outcome() != Outcome.DOWN) {
        effect = effect.and(reached);
      }
    }
    for (ResourceNode cache : graph.all(Types.REPLICATION_GROUP)) {
      effect =
          effect.and(
              connections.between(
                  pool.endpoint(),
                  endpoint(cache, "securityGroupIds", "subnetGroupName"),
                  cache.number("port", CACHE_PORT),
                  "server"));
    }
    return effect;
  }

  private OptionalLong databasePort(ResourceNode database) {
    for (ResourceNode node :
        Stream.concat(Stream.of(database), graph.referenced(database, "replicateSourceDb").stream())
            .toList()) {
      long port = node.number("port", DATABASE_PORTS.getOrDefault(node.text("engine", ""), 0L));
      if (port != 0) {
        return OptionalLong.of(port);
      }
    }
    return OptionalLong.empty();
  }

  private Endpoint endpoint(ResourceNode node, String groups, String subnetGroup) {
    Placement placement =
        Stream.concat(Stream.of(node), graph.referenced(node, "replicateSourceDb").stream())
            .flatMap(it -> graph.referenced(it, subnetGroup).stream())
            .findFirst()
            .map(group -> topology.placement(group, "subnetIds"))
            .orElse(Placement.UNKNOWN);
    return Endpoint.of(node, groups, placement, graph);
  }
}
