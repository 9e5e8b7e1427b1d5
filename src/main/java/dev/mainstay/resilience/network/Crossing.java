package dev.mainstay.resilience.network;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.network.Routes.Route;
import inet.ipaddr.IPAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether routes lead from a subnet to another one, in the same VPC or by way of another. */
final class Crossing {
  private static final String ATTACHMENT = "aws:ec2transitgateway/vpcAttachment:VpcAttachment";
  private static final String ACCEPTER =
      "aws:ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter";

  private final ResourceGraph graph;
  private final Topology topology;

  Crossing(ResourceGraph graph, Topology topology) {
    this.graph = graph;
    this.topology = topology;
  }

  /** Packets there and back; inside a VPC the local route leads everywhere. */
  Passage between(ResourceNode from, ResourceNode to) {
    Set<String> here = vpc(from);
    Set<String> there = vpc(to);
    if (here.isEmpty() || there.isEmpty()) {
      return Passage.UNKNOWN;
    }
    return here.equals(there) ? Passage.OPEN : led(from, to).and(led(to, from));
  }

  /** A VPC outside the graph is told by its id. */
  private static Set<String> vpc(ResourceNode subnet) {
    List<String> named = subnet.referencesAt("vpcId");
    return named.isEmpty()
        ? subnet.input("vpcId").map(Object::toString).stream().collect(Collectors.toSet())
        : Set.of(named.get(0));
  }

  private Passage led(ResourceNode from, ResourceNode to) {
    Optional<IPAddress> range = SecurityRules.addresses(to);
    Optional<List<Route>> routes = topology.routes().of(from);
    if (range.isEmpty() || routes.isEmpty()) {
      return Passage.UNKNOWN;
    }
    return Routes.to(range.get(), routes.get())
        .map(
            route ->
                switch (route.target()) {
                  case PEERING -> peered(route.via(), from, to);
                  case TRANSIT_GATEWAY ->
                      attached(route.via(), from).and(attached(route.via(), to));
                  case INTERNET_GATEWAY, NAT, BLACKHOLE -> Passage.CUT;
                  case ENDPOINT, OTHER -> Passage.UNKNOWN;
                })
        .orElse(Passage.CUT);
  }

  private Passage peered(ResourceNode peering, ResourceNode from, ResourceNode to) {
    if (peering == null) {
      return Passage.UNKNOWN;
    }
    List<String> sides =
        List.of("vpcId", "peerVpcId").stream()
            .flatMap(path -> peering.referencesAt(path).stream())
            .toList();
    if (sides.size() < 2) {
      return Passage.UNKNOWN;
    }
    if (!sides.containsAll(vpc(from)) || !sides.containsAll(vpc(to))) {
      return Passage.CUT;
    }
    boolean accepted =
        peering.isTrue("autoAccept")
            || graph.referring(ACCEPTER, "vpcPeeringConnectionId", peering).stream()
                .anyMatch(accepter -> accepter.isTrue("autoAccept"));
    return accepted ? Passage.OPEN : Passage.UNKNOWN;
  }

  /** A transit gateway serves the zones in which the attachment has a subnet. */
  private Passage attached(ResourceNode gateway, ResourceNode subnet) {
    if (gateway == null) {
      return Passage.UNKNOWN;
    }
    List<ResourceNode> attachments =
        graph.referring(ATTACHMENT, "transitGatewayId", gateway).stream()
            .filter(it -> it.referencesAt("vpcId").containsAll(vpc(subnet)))
            .toList();
    if (attachments.isEmpty()) {
      return Passage.CUT;
    }
    Topology.Placement placement = topology.placement(attachments.get(0), "subnetIds");
    Optional<String> zone = topology.zoneOf(subnet);
    boolean tables =
        "disable".equals(gateway.text("defaultRouteTableAssociation", "enable"))
            || "disable".equals(gateway.text("defaultRouteTablePropagation", "enable"));
    if (!placement.known() || zone.isEmpty() || tables) {
      return Passage.UNKNOWN;
    }
    return placement.zones().contains(zone.get()) ? Passage.OPEN : Passage.CUT;
  }
}
