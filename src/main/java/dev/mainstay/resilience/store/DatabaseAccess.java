package dev.mainstay.resilience.store;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.model.Effect;
import dev.mainstay.resilience.model.Interruption;
import dev.mainstay.resilience.model.Outcome;
import dev.mainstay.resilience.network.Topology;
import dev.mainstay.resilience.network.Topology.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How servers reach a database of RDS: by itself, and through RDS Proxy. */
final class DatabaseAccess {
  private static final Map<String, Long> PORTS =
      Map.of(
          "postgres", 5432L,
          "mysql", 3306L,
          "mariadb", 3306L,
          "aurora-postgresql", 5432L,
          "aurora-mysql", 3306L,
          "docdb", 27017L,
          "neptune", 8182L);

  private DatabaseAccess() {}

  static List<Access> of(ResourceNode node, Placement placement, ResourceGraph graph) {
    long port = node.number("port", PORTS.getOrDefault(node.text("engine", ""), 0L));
    Access direct = Access.direct(node, "vpcSecurityGroupIds", placement, port, graph);
    var accesses = new ArrayList<Access>(List.of(direct));
    for (ResourceNode proxy : proxies(node, graph)) {
      accesses.add(
          direct.through(
              proxy,
              "vpcSecurityGroupIds",
              new Topology(graph).placement(proxy, "vpcSubnetIds"),
              graph));
    }
    return List.copyOf(accesses);
  }

  /** The proxies whose target is the database. */
  static List<ResourceNode> proxies(ResourceNode node, ResourceGraph graph) {
    return Stream.of("dbInstanceIdentifier", "dbClusterIdentifier")
        .flatMap(path -> graph.referring("aws:rds/proxyTarget:ProxyTarget", path, node).stream())
        .flatMap(target -> graph.referenced(target, "dbProxyName").stream())
        .distinct()
        .toList();
  }

  /** A proxy answers in the zones of its subnets. */
  static Effect zone(ResourceNode node, ResourceGraph graph, String zone) {
    var topology = new Topology(graph);
    Effect effect = Effect.NOTHING;
    for (ResourceNode proxy : proxies(node, graph)) {
      Placement placement = topology.placement(proxy, "vpcSubnetIds");
      if (placement.spansZones()) {
        continue;
      }
      effect =
          effect.and(
              placement.known()
                  ? onlyIn(proxy, placement, zone)
                  : Effect.unknown(
                      "The zones of RDS Proxy `%s` are not known.".formatted(proxy.name())));
    }
    return effect;
  }

  private static Effect onlyIn(ResourceNode proxy, Placement placement, String zone) {
    return placement.zones().contains(zone)
        ? Effect.of(
                Outcome.DOWN,
                "All subnets of RDS Proxy `%s` are in %s.".formatted(proxy.name(), zone))
            .lasting(Interruption.UNKNOWN)
            .touching(proxy)
        : Effect.NOTHING;
  }

  /** Whether the stack leaves the database stopped. */
  static Effect stopped(ResourceNode node, ResourceGraph graph) {
    return Stream.of(
            graph.referring("aws:rds/instanceState:InstanceState", "identifier", node),
            graph.referring("aws:rds/clusterState:ClusterState", "clusterIdentifier", node))
        .flatMap(List::stream)
        .filter(state -> state.text("state", "").equals("stopped"))
        .findFirst()
        .map(
            state ->
                Effect.of(
                        Outcome.DOWN,
                        "`%s` leaves `%s` stopped.".formatted(state.name(), node.name()))
                    .lasting(Interruption.UNKNOWN)
                    .touching(node))
        .orElse(Effect.NOTHING);
  }
}
