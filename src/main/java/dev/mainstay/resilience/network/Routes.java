package dev.mainstay.resilience.network;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.model.Types;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/** The routes of subnets: those of their own route table, or of the main table of their VPC. */
public final class Routes {
  private static final String DEFAULT_TABLE = "aws:ec2/defaultRouteTable:DefaultRouteTable";
  private static final String MAIN_ASSOCIATION =
      "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation";
  private static final IPAddress ANYWHERE = new IPAddressString("0.0.0.0/0").getAddress();

  /** Where a route leads. */
  public enum Target {
    INTERNET_GATEWAY,
    /** A NAT gateway, a network interface or an instance. */
    NAT,
    PEERING,
    TRANSIT_GATEWAY,
    /** A firewall or another appliance behind an endpoint. */
    ENDPOINT,
    /** Packets are dropped. */
    BLACKHOLE,
    OTHER
  }

  /**
   * A route of a table.
   *
   * @param destination the addresses that the route is for
   * @param via what it leads to, if that is in the graph
   * @param flaw why packets are dropped; only for {@link Target#BLACKHOLE}
   */
  public record Route(
      IPAddress destination, Target target, @Nullable ResourceNode via, @Nullable String flaw) {}

  private final ResourceGraph graph;

  public Routes(ResourceGraph graph) {
    this.graph = graph;
  }

  /** The routes of a subnet but the local one; empty if its table is not known. */
  public Optional<List<Route>> of(ResourceNode subnet) {
    List<ResourceNode> associations =
        graph.referring(Types.ROUTE_TABLE_ASSOCIATION, "subnetId", subnet);
    return associations.isEmpty()
        ? main(subnet)
        : graph.referenced(associations.get(0), "routeTableId").stream()
            .findFirst()
            .map(table -> routes(table, subnet));
  }

  /** The VPC makes a main table with the local route only. */
  private Optional<List<Route>> main(ResourceNode subnet) {
    Optional<ResourceNode> vpc = graph.referenced(subnet, "vpcId").stream().findFirst();
    if (vpc.isEmpty()) {
      return Optional.empty();
    }
    List<ResourceNode> replaced = graph.referring(MAIN_ASSOCIATION, "vpcId", vpc.get());
    if (!replaced.isEmpty()) {
      return graph.referenced(replaced.get(0), "routeTableId").stream()
          .findFirst()
          .map(table -> routes(table, subnet));
    }
    List<ResourceNode> adopted = graph.referring(DEFAULT_TABLE, "defaultRouteTableId", vpc.get());
    boolean others =
        Stream.of(DEFAULT_TABLE, MAIN_ASSOCIATION)
            .flatMap(type -> graph.all(type).stream())
            .anyMatch(node -> node.references().isEmpty());
    if (adopted.isEmpty() && others) {
      return Optional.empty();
    }
    return Optional.of(routes(adopted.isEmpty() ? vpc.get() : adopted.get(0), subnet));
  }

  private List<Route> routes(ResourceNode table, ResourceNode subnet) {
    var routes = new ArrayList<Route>();
    for (ResourceNode route : graph.referring(Types.ROUTE, "routeTableId", table)) {
      destination(route, "destinationCidrBlock")
          .ifPresent(it -> routes.add(route(it, route, "", subnet)));
    }
    for (String path : Topology.elements(table, "routes")) {
      destination(table, path + "cidrBlock")
          .ifPresent(it -> routes.add(route(it, table, path, subnet)));
    }
    return List.copyOf(routes);
  }

  private static Optional<IPAddress> destination(ResourceNode node, String path) {
    return node.input(path)
        .map(range -> new IPAddressString(range.toString()).getAddress())
        .map(IPAddress::toPrefixBlock);
  }

  /** The route that a packet to all of {@code range} takes: the most specific one. */
  public static Optional<Route> to(IPAddress range, List<Route> routes) {
    return routes.stream()
        .filter(route -> route.destination().contains(range))
        .max(Comparator.comparing(route -> route.destination().getNetworkPrefixLength()));
  }

  /** The default route, which may be written in two halves. */
  public static Optional<Route> toInternet(List<Route> routes) {
    Optional<Route> whole = to(ANYWHERE, routes);
    return whole.isPresent()
        ? whole
        : routes.stream()
            .filter(route -> route.destination().getNetworkPrefixLength() == 1)
            .reduce((first, second) -> first);
  }

  private Route route(IPAddress destination, ResourceNode node, String path, ResourceNode subnet) {
    if (isInternetGateway(node, path + "gatewayId")) {
      return graph.referenced(node, path + "gatewayId").stream()
          .findFirst()
          .flatMap(gateway -> detached(gateway, subnet))
          .map(flaw -> new Route(destination, Target.BLACKHOLE, null, flaw))
          .orElse(new Route(destination, Target.INTERNET_GATEWAY, null, null));
    }
    for (var entry :
        List.of(
            new Named("natGatewayId", Target.NAT),
            new Named("networkInterfaceId", Target.NAT),
            new Named("instanceId", Target.NAT),
            new Named("vpcPeeringConnectionId", Target.PEERING),
            new Named("transitGatewayId", Target.TRANSIT_GATEWAY),
            new Named("vpcEndpointId", Target.ENDPOINT))) {
      if (node.input(path + entry.property()).isPresent()) {
        ResourceNode via =
            graph.referenced(node, path + entry.property()).stream().findFirst().orElse(null);
        return new Route(destination, entry.target(), via, null);
      }
    }
    return new Route(destination, Target.OTHER, null, null);
  }

  private record Named(String property, Target target) {}

  /** Virtual private gateways stand at the same place. */
  private boolean isInternetGateway(ResourceNode route, String path) {
    return graph.referenced(route, path).stream()
        .anyMatch(it -> it.is("aws:ec2/internetGateway:InternetGateway"));
  }

  /** A route to a gateway that is attached to no VPC, or to another one, drops packets. */
  private Optional<String> detached(ResourceNode gateway, ResourceNode subnet) {
    List<ResourceNode> attached =
        Stream.concat(
                Stream.of(gateway),
                graph
                    .referring(
                        "aws:ec2/internetGatewayAttachment:InternetGatewayAttachment",
                        "internetGatewayId",
                        gateway)
                    .stream())
            .filter(node -> node.input("vpcId").isPresent())
            .toList();
    if (attached.isEmpty()) {
      return Optional.of("internet gateway `%s` is attached to no VPC".formatted(gateway.name()));
    }
    List<String> vpcs =
        attached.stream().flatMap(node -> node.referencesAt("vpcId").stream()).toList();
    List<String> own = subnet.referencesAt("vpcId");
    return vpcs.isEmpty() || own.isEmpty() || vpcs.contains(own.get(0))
        ? Optional.empty()
        : Optional.of("internet gateway `%s` is attached to another VPC".formatted(gateway.name()));
  }
}
