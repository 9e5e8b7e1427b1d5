package dev.mainstay.resilience.path;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.fleet.Fleet;
import dev.mainstay.resilience.model.Effect;
import dev.mainstay.resilience.model.Interruption;
import dev.mainstay.resilience.model.Outcome;
import dev.mainstay.resilience.model.Types;
import dev.mainstay.resilience.network.SecurityRules;
import dev.mainstay.resilience.network.SecurityRules.Passage;
import dev.mainstay.resilience.network.Topology;
import dev.mainstay.resilience.network.Topology.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The way of a request, from clients over the load balancer and a server to the data. */
public final class RequestPath {
  private static final Map<String, Long> DATABASE_PORTS =
      Map.of("postgres", 5432L, "mysql", 3306L, "mariadb", 3306L);
  private static final long CACHE_PORT = 6379;

  /** Of a stack in which nobody is seen to answer requests. */
  public static final Effect NOBODY =
      Effect.unknown(
          "No load balancer with servers behind it was found: who answers requests is not known.");

  private final ResourceGraph graph;
  private final Topology topology;
  private final SecurityRules rules;

  public RequestPath(ResourceGraph graph, Topology topology) {
    this.graph = graph;
    this.topology = topology;
    this.rules = new SecurityRules(graph);
  }

  /** A place on the way: who stands there, in which groups and subnets. */
  private record Stop(ResourceNode node, List<ResourceNode> groups, List<ResourceNode> subnets) {}

  /** Whether requests get through while nothing fails. */
  public Effect open(List<EntryPoint> entries, List<Fleet> fleets) {
    if (entries.isEmpty() || fleets.isEmpty()) {
      return NOBODY;
    }
    Effect effect = Effect.NOTHING;
    for (EntryPoint entry : entries) {
      effect = effect.and(reached(entry));
    }
    for (Fleet fleet : fleets) {
      effect = effect.and(served(fleet, entries)).and(suppliedWithData(fleet));
    }
    return effect.outcome() == Outcome.SURVIVES
        ? effect.because("Routes, listeners and security groups let requests through to the data.")
        : effect;
  }

  private Effect reached(EntryPoint entry) {
    Effect effect = Effect.NOTHING;
    String name = entry.node().name();
    boolean down = entry.openZones().isEmpty();
    for (ResourceNode subnet : entry.closed()) {
      effect =
          effect.and(
              Effect.of(
                      down ? Outcome.DOWN : Outcome.DEGRADED,
                      "Load balancer %s has no way to its clients in subnet %s: no route to an internet gateway."
                          .formatted(name, subnet.name()))
                  .lasting(down ? Interruption.UNKNOWN : Interruption.NONE)
                  .touching(subnet));
    }
    for (ResourceNode subnet : entry.doubtful()) {
      effect =
          effect.and(
              Effect.unknown(
                  "Whether subnet %s of load balancer %s has a route to the internet is not known."
                      .formatted(subnet.name(), name)));
    }
    return effect;
  }

  private Effect served(Fleet fleet, List<EntryPoint> entries) {
    Effect effect = Effect.NOTHING;
    if (fleet.targetGroups().isEmpty()) {
      return Effect.unknown("The target group of %s is not known.".formatted(fleet.name()));
    }
    for (ResourceNode targetGroup : fleet.targetGroups()) {
      List<ResourceNode> listeners = listenersOf(targetGroup);
      if (listeners.isEmpty()) {
        effect =
            effect.and(
                cut("No listener forwards to target group %s.".formatted(targetGroup.name())));
      }
      for (ResourceNode listener : listeners) {
        effect =
            effect.and(
                entries.stream()
                    .filter(entry -> isOf(listener, entry))
                    .map(entry -> forwarded(entry, listener, targetGroup, fleet))
                    .reduce(Effect::and)
                    .orElse(
                        Effect.unknown(
                            "The load balancer of listener %s is not known."
                                .formatted(listener.name()))));
      }
    }
    return effect;
  }

  private static boolean isOf(ResourceNode listener, EntryPoint entry) {
    return listener.referencesAt("loadBalancerArn").contains(entry.node().urn());
  }

  private List<ResourceNode> listenersOf(ResourceNode targetGroup) {
    Stream<ResourceNode> direct =
        Types.listeners(graph).stream()
            .filter(it -> it.referencesAt("defaultActions").contains(targetGroup.urn()));
    Stream<ResourceNode> byRule =
        Types.listenerRules(graph).stream()
            .filter(it -> it.referencesAt("actions").contains(targetGroup.urn()))
            .flatMap(it -> graph.referenced(it, "listenerArn").stream());
    return Stream.concat(direct, byRule).distinct().toList();
  }

  private Effect forwarded(
      EntryPoint entry, ResourceNode listener, ResourceNode targetGroup, Fleet fleet) {
    Stop balancer =
        new Stop(
            entry.node(),
            groups(graph.referenced(entry.node(), "securityGroups")),
            entry.placement().subnets());
    Stop servers = servers(fleet);
    if (balancer.groups().isEmpty()) {
      return Effect.unknown(
          "The security groups of load balancer %s are not known.".formatted(entry.node().name()));
    }
    long port = listener.number("port", 0);
    Effect effect =
        rules.fromAnybody(balancer.groups(), port) == Passage.OPEN
            ? Effect.NOTHING
            : cut(
                "No security group rule lets clients reach load balancer %s on port %d of listener %s."
                    .formatted(entry.node().name(), port, listener.name()));
    for (long serverPort : serverPorts(targetGroup)) {
      effect = effect.and(passage(balancer, servers, serverPort));
    }
    return effect;
  }

  /** Where servers get requests, and where they are asked whether they work. */
  private Set<Long> serverPorts(ResourceNode targetGroup) {
    var ports = new TreeSet<Long>();
    for (ResourceNode attachment : Types.attachments(graph)) {
      if (attachment.referencesAt("targetGroupArn").contains(targetGroup.urn())) {
        ports.add(attachment.number("port", targetGroup.number("port", 0)));
      }
    }
    if (ports.isEmpty()) {
      ports.add(targetGroup.number("port", 0));
    }
    String checked = targetGroup.text("healthCheck.port", "traffic-port");
    if (checked.matches("\\d+")) {
      ports.add(Long.parseLong(checked));
    }
    return ports;
  }

  private Effect suppliedWithData(Fleet fleet) {
    Stop servers = servers(fleet);
    Effect effect = Effect.NOTHING;
    for (ResourceNode database : Types.databases(graph)) {
      Stop stop =
          new Stop(
              database,
              groups(graph.referenced(database, "vpcSecurityGroupIds")),
              subnets(database, "dbSubnetGroupName"));
      OptionalLong port = databasePort(database);
      effect =
          effect.and(
              port.isPresent()
                  ? passage(servers, stop, port.getAsLong())
                  : Effect.unknown("The port of %s is not known.".formatted(database.name())));
    }
    for (ResourceNode cache : graph.all(Types.REPLICATION_GROUP)) {
      Stop stop =
          new Stop(
              cache,
              groups(graph.referenced(cache, "securityGroupIds")),
              subnets(cache, "subnetGroupName"));
      effect = effect.and(passage(servers, stop, cache.number("port", CACHE_PORT)));
    }
    return effect;
  }

  /** A replica takes the port of its source if it names none. */
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

  private Effect passage(Stop from, Stop to, long port) {
    String way = "%s to %s on port %d".formatted(from.node().name(), to.node().name(), port);
    if (from.groups().isEmpty() || to.groups().isEmpty()) {
      return Effect.unknown("Which security groups stand between %s is not known.".formatted(way));
    }
    return switch (rules.between(from.groups(), from.subnets(), to.groups(), to.subnets(), port)) {
      case OPEN -> Effect.NOTHING;
      case UNKNOWN ->
          Effect.unknown("Whether security groups let through %s is not known.".formatted(way));
      case CUT ->
          cut("No security group rule lets through %s.".formatted(way))
              .touching(List.of(from.node(), to.node()));
    };
  }

  private static Effect cut(String why) {
    return Effect.of(Outcome.DOWN, why).lasting(Interruption.UNKNOWN);
  }

  private Stop servers(Fleet fleet) {
    var groups = new ArrayList<ResourceNode>();
    for (ResourceNode member : fleet.members()) {
      groups.addAll(graph.referenced(member, "vpcSecurityGroupIds"));
      for (String path : List.of("launchTemplate", "launchConfiguration", "mixedInstancesPolicy")) {
        for (ResourceNode template : graph.referenced(member, path)) {
          groups.addAll(graph.referenced(template, "vpcSecurityGroupIds"));
          groups.addAll(graph.referenced(template, "networkInterfaces"));
          groups.addAll(graph.referenced(template, "securityGroups"));
        }
      }
    }
    return new Stop(fleet.node(), groups(groups), fleet.subnets());
  }

  private static List<ResourceNode> groups(List<ResourceNode> nodes) {
    return nodes.stream().filter(it -> it.is(Types.SECURITY_GROUP)).distinct().toList();
  }

  private List<ResourceNode> subnets(ResourceNode node, String groupPath) {
    return graph.referenced(node, groupPath).stream()
        .map(group -> topology.placement(group, "subnetIds"))
        .map(Placement::subnets)
        .flatMap(List::stream)
        .toList();
  }
}
