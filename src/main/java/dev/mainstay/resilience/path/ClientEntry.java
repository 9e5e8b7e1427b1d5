package dev.mainstay.resilience.path;

import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.model.Effect;
import dev.mainstay.resilience.model.Interruption;
import dev.mainstay.resilience.model.Outcome;
import dev.mainstay.resilience.network.ClientAccess;
import dev.mainstay.resilience.network.Connections;
import dev.mainstay.resilience.network.Passage;
import dev.mainstay.resilience.network.Routes.Target;
import dev.mainstay.resilience.network.Topology;
import java.util.List;

/** Whether clients reach a load balancer. */
final class ClientEntry {
  private final Topology topology;
  private final Connections connections;

  ClientEntry(Topology topology, Connections connections) {
    this.topology = topology;
    this.connections = connections;
  }

  /** By the routes of its subnets. */
  Effect routed(EntryPoint entry) {
    if (!entry.placement().known()) {
      return Effect.unknown(
          "The subnets of load balancer `%s` are not all known.".formatted(entry.node().name()));
    }
    Effect effect = entry.internal() ? internal(entry) : Effect.NOTHING;
    boolean down = entry.openZones().isEmpty();
    for (ResourceNode subnet : entry.closed()) {
      effect =
          effect.and(
              Effect.of(down ? Outcome.DOWN : Outcome.DEGRADED, closed(entry, subnet))
                  .lasting(down ? Interruption.UNKNOWN : Interruption.NONE)
                  .touching(subnet));
    }
    for (ResourceNode subnet : entry.doubtful()) {
      effect = effect.and(Effect.unknown(doubtful(entry, subnet)));
    }
    return effect;
  }

  private static Effect internal(EntryPoint entry) {
    return Effect.unknown(
        "Load balancer `%s` is internal: clients on the internet do not reach it, others by a path that is not known."
            .formatted(entry.node().name()));
  }

  private String closed(EntryPoint entry, ResourceNode subnet) {
    return "Clients do not reach load balancer `%s` in subnet `%s`: %s."
        .formatted(
            entry.node().name(),
            subnet.name(),
            topology
                .defaultRoute(subnet)
                .filter(route -> route.target() == Target.BLACKHOLE)
                .map(route -> route.flaw())
                .orElse("no route to an internet gateway"));
  }

  private String doubtful(EntryPoint entry, ResourceNode subnet) {
    return topology
        .defaultRoute(subnet)
        .filter(route -> route.target() == Target.ENDPOINT)
        .map(
            route ->
                "Clients reach load balancer `%s` in subnet `%s` through %s, which is not judged."
                    .formatted(
                        entry.node().name(),
                        subnet.name(),
                        route.via() == null ? "an endpoint" : "`" + route.via().name() + "`"))
        .orElse(
            "Whether subnet `%s` of load balancer `%s` has a route to the internet is not known."
                .formatted(subnet.name(), entry.node().name()));
  }

  /** By the security groups of the load balancer, on the port of a listener. */
  Effect admitted(EntryPoint entry, ResourceNode listener, List<ResourceNode> groups) {
    long port = listener.number("port", 0);
    Effect effect = admitted(entry, groups, port, "load balancer `%s`".formatted(name(entry)));
    if (entry.internal()) {
      return effect;
    }
    for (ResourceNode subnet : entry.placement().subnets()) {
      if (connections.clients(subnet, port) != Passage.OPEN) {
        effect =
            effect.and(
                Effect.of(
                        entry.placement().subnets().size() == 1 ? Outcome.DOWN : Outcome.DEGRADED,
                        "The network ACL of subnet `%s` drops requests on port %d, or the answers."
                            .formatted(subnet.name(), port))
                    .lasting(Interruption.UNKNOWN)
                    .touching(subnet));
      }
    }
    return all(entry, port) ? down(effect) : effect;
  }

  private boolean all(EntryPoint entry, long port) {
    return !entry.placement().subnets().isEmpty()
        && entry.placement().subnets().stream()
            .allMatch(subnet -> connections.clients(subnet, port) == Passage.CUT);
  }

  private static Effect down(Effect effect) {
    return effect.and(
        Effect.of(Outcome.DOWN, "No subnet of the load balancer answers clients.")
            .lasting(Interruption.UNKNOWN));
  }

  /** Whether rules of {@code groups} let in the clients of a load balancer. */
  Effect admitted(EntryPoint entry, List<ResourceNode> groups, long port, String what) {
    ClientAccess access = connections.clients(groups, port);
    boolean seen = entry.internal() ? access.inside() || access.ipv4() : access.ipv4();
    if (seen) {
      return Effect.NOTHING;
    }
    if (!access.unknown().isEmpty()) {
      return Effect.unknown(
          "Only %s may reach %s on port %d: which clients that is, is not known."
              .formatted(String.join(", ", access.unknown()), what, port));
    }
    if (access.ipv6() && entry.dualStack()) {
      return Effect.of(
              Outcome.DEGRADED, "Only IPv6 clients may reach %s on port %d.".formatted(what, port))
          .lasting(Interruption.UNKNOWN);
    }
    return Effect.of(
            Outcome.DOWN,
            access.inside()
                ? "Security group rules let only private addresses reach %s on port %d."
                    .formatted(what, port)
                : "No security group rule lets clients reach %s on port %d.".formatted(what, port))
        .lasting(Interruption.UNKNOWN)
        .touching(entry.node());
  }

  private static String name(EntryPoint entry) {
    return entry.node().name();
  }
}
