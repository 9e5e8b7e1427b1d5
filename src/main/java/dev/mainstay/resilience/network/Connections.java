package dev.mainstay.resilience.network;

import dev.mainstay.facts.EphemeralPorts;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.model.Effect;
import dev.mainstay.resilience.model.Interruption;
import dev.mainstay.resilience.model.Outcome;
import dev.mainstay.resilience.network.NetworkAcls.Ports;
import inet.ipaddr.IPAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether TCP connections are made inside a network: by routes, network ACLs and security groups.
 */
public final class Connections {
  private final SecurityRules rules;
  private final NetworkAcls acls;
  private final Crossing crossing;

  public Connections(ResourceGraph graph, Topology topology) {
    this.rules = new SecurityRules(graph);
    this.acls = new NetworkAcls(graph);
    this.crossing = new Crossing(graph, topology);
  }

  /** Which clients reach members of {@code groups}. */
  public ClientAccess clients(List<ResourceNode> groups, long port) {
    return ClientAccess.by(rules, groups, port);
  }

  /** Whether the security groups of {@code to} let {@code from} in. */
  public Passage letsIn(Endpoint from, Endpoint to, long port) {
    return rules.ingress(from, to, port);
  }

  /** Whether the security groups of {@code to} let anything in. */
  public boolean letsIn(Endpoint to, long port) {
    return !rules.sources(to.groups(), port).isEmpty();
  }

  /** Whether members of {@code groups} may open connections to the internet. */
  public Passage internet(List<ResourceNode> groups, List<ResourceNode> subnets, long port) {
    EphemeralPorts answers = EphemeralPorts.of("server");
    var passages = new ArrayList<Passage>();
    for (ResourceNode subnet : subnets) {
      acls.of(subnet)
          .ifPresent(
              acl ->
                  passages.add(
                      acls.passesClients(acl, true, Ports.of(port))
                          .and(
                              acls.passesClients(
                                  acl, false, new Ports(answers.from(), answers.to())))));
    }
    Passage guarded = rules.toInternet(groups, port);
    return passages.isEmpty() ? guarded : guarded.and(Passage.over(passages));
  }

  /** Whether the ACL of a subnet lets requests of clients in, and the answers out. */
  public Passage clients(ResourceNode subnet, long port) {
    EphemeralPorts answers = EphemeralPorts.of("server");
    return acls.of(subnet)
        .map(
            acl ->
                acls.passesClients(acl, false, Ports.of(port))
                    .and(acls.passesClients(acl, true, new Ports(answers.from(), answers.to()))))
        .orElse(Passage.OPEN);
  }

  /** Whether {@code to} lets in the addresses of {@code from}, which has no security group. */
  public Effect withoutGroup(Endpoint from, Endpoint to, long port, String client) {
    return guarded(rules.ingress(from, to, port), from, to, port)
        .and(network(from, to, port, client));
  }

  /**
   * Whether {@code from} may open a connection to {@code to}.
   *
   * @param client whose ephemeral ports the answers come back on: {@code elb} or {@code server}
   */
  public Effect between(Endpoint from, Endpoint to, long port, String client) {
    Effect guarded =
        from.guarded() && to.guarded()
            ? guarded(rules.between(from, to, port), from, to, port)
            : Effect.unknown(
                "Which security groups apply to %s is not known.".formatted(way(from, to, port)));
    return guarded.and(network(from, to, port, client));
  }

  private static Effect guarded(Passage passage, Endpoint from, Endpoint to, long port) {
    String way = way(from, to, port);
    return switch (passage) {
      case OPEN -> Effect.NOTHING;
      case PARTIAL ->
          Effect.of(
                  Outcome.DEGRADED,
                  "Security group rules allow %s in some subnets only.".formatted(way))
              .lasting(Interruption.UNKNOWN)
              .touching(List.of(from.node(), to.node()));
      case UNKNOWN ->
          Effect.unknown("Whether security group rules allow %s is not known.".formatted(way));
      case CUT ->
          Effect.of(Outcome.DOWN, "No security group rule allows %s.".formatted(way))
              .lasting(Interruption.UNKNOWN)
              .touching(List.of(from.node(), to.node()));
    };
  }

  private Effect network(Endpoint from, Endpoint to, long port, String client) {
    String way = way(from, to, port);
    if (!from.placed() || !to.placed()) {
      return Effect.unknown(
          "Not all subnets of `%s` and `%s` are known."
              .formatted(from.node().name(), to.node().name()));
    }
    var routed = new ArrayList<Passage>();
    var let = new ArrayList<Passage>();
    var guards = new ArrayList<ResourceNode>();
    for (ResourceNode one : from.subnets()) {
      for (ResourceNode other : to.subnets()) {
        routed.add(crossing.between(one, other));
        let.add(passesAcls(one, other, port, client, guards));
      }
    }
    return step(
            Passage.over(routed),
            "No route carries %s.",
            "Whether routes carry %s is not known.",
            way)
        .and(
            step(
                Passage.over(let),
                "Network ACL " + names(guards) + " drops %s, or its answers.",
                "Whether network ACL " + names(guards) + " lets %s through is not known.",
                way));
  }

  private static String names(List<ResourceNode> acls) {
    return String.join(
        ", ", acls.stream().map(acl -> "`%s`".formatted(acl.name())).distinct().toList());
  }

  private static Effect step(Passage passage, String cut, String unknown, String way) {
    return switch (passage) {
      case OPEN -> Effect.NOTHING;
      case PARTIAL ->
          Effect.of(Outcome.DEGRADED, cut.formatted(way) + " This holds for some subnets or ports.")
              .lasting(Interruption.UNKNOWN);
      case UNKNOWN -> Effect.unknown(unknown.formatted(way));
      case CUT -> Effect.of(Outcome.DOWN, cut.formatted(way)).lasting(Interruption.UNKNOWN);
    };
  }

  /** ACLs stand between subnets, not inside one. */
  private Passage passesAcls(
      ResourceNode from, ResourceNode to, long port, String client, List<ResourceNode> guards) {
    if (from.equals(to)) {
      return Passage.OPEN;
    }
    return side(from, true, to, Ports.of(port), guards)
        .and(side(to, false, from, Ports.of(port), guards))
        .and(answers(to, true, from, client, guards))
        .and(answers(from, false, to, client, guards));
  }

  /** Without the ports that every client uses, hardly any answer arrives. */
  private Passage answers(
      ResourceNode subnet,
      boolean egress,
      ResourceNode peer,
      String client,
      List<ResourceNode> guards) {
    EphemeralPorts usual = EphemeralPorts.of("server");
    EphemeralPorts all = EphemeralPorts.of(client);
    Passage core = side(subnet, egress, peer, new Ports(usual.from(), usual.to()), guards);
    return core == Passage.CUT
        ? core
        : core.and(side(subnet, egress, peer, new Ports(all.from(), all.to()), guards));
  }

  private Passage side(
      ResourceNode subnet, boolean egress, ResourceNode peer, Ports ports, List<ResourceNode> in) {
    Optional<ResourceNode> acl = acls.of(subnet);
    if (acl.isEmpty()) {
      return Passage.OPEN;
    }
    Optional<IPAddress> addresses = SecurityRules.addresses(peer);
    Passage passage =
        addresses
            .map(range -> acls.passes(acl.get(), egress, range, ports))
            .orElse(Passage.UNKNOWN);
    if (passage != Passage.OPEN) {
      in.add(acl.get());
    }
    return passage;
  }

  private static String way(Endpoint from, Endpoint to, long port) {
    return "traffic from `%s` to `%s` on port %d"
        .formatted(from.node().name(), to.node().name(), port);
  }
}
