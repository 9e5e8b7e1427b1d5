package dev.mainstay.resilience.network;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.model.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where things stand, and by which way they get out. */
public final class Topology {
  private static final String ANYWHERE = "0.0.0.0/0";

  private final ResourceGraph graph;

  public Topology(ResourceGraph graph) {
    this.graph = graph;
  }

  /**
   * Where a resource stands.
   *
   * @param subnets the subnets, as far as they are in the graph
   * @param zones the zones of these
   * @param known whether that is all
   */
  public record Placement(List<ResourceNode> subnets, Set<String> zones, boolean known) {
    public static final Placement UNKNOWN = new Placement(List.of(), Set.of(), false);

    public boolean spansZones() {
      return zones.size() > 1;
    }
  }

  /**
   * How a subnet reaches the internet.
   *
   * @param via the NAT gateway, the network interface or the instance; null for the other kinds
   */
  public record WayOut(Kind kind, ResourceNode via) {
    public enum Kind {
      INTERNET_GATEWAY,
      NAT,
      NONE,
      UNKNOWN
    }

    static WayOut of(Kind kind) {
      return new WayOut(kind, null);
    }
  }

  /** The zones of all subnets, and those that groups of servers name. */
  public Set<String> zones() {
    var zones = new TreeSet<String>();
    graph.all(Types.SUBNET).forEach(subnet -> zoneOf(subnet).ifPresent(zones::add));
    graph.all(Types.GROUP).forEach(group -> zones.addAll(texts(group, "availabilityZones")));
    return zones;
  }

  /** The zone of a subnet, or of whatever else says where it is by itself or by its subnet. */
  public Optional<String> zoneOf(ResourceNode node) {
    return node.input("availabilityZone")
        .or(() -> node.input("availabilityZoneId"))
        .map(Object::toString)
        .or(() -> graph.referenced(node, "subnetId").stream().findFirst().flatMap(this::zoneOf));
  }

  public List<ResourceNode> subnetsIn(String zone) {
    return graph.all(Types.SUBNET).stream()
        .filter(subnet -> zoneOf(subnet).filter(zone::equals).isPresent())
        .toList();
  }

  /** Where the subnets named at {@code path} lie. */
  public Placement placement(ResourceNode node, String path) {
    List<ResourceNode> subnets =
        graph.referenced(node, path).stream().filter(it -> it.is(Types.SUBNET)).toList();
    var zones = new TreeSet<String>();
    subnets.forEach(subnet -> zoneOf(subnet).ifPresent(zones::add));
    long named = node.input(path).map(Topology::size).orElse(0L);
    boolean known =
        named > 0
            && subnets.size() >= named
            && subnets.stream().allMatch(subnet -> zoneOf(subnet).isPresent());
    return new Placement(subnets, zones, known);
  }

  private static long size(Object value) {
    return value instanceof Collection<?> list ? list.size() : 1;
  }

  public static List<String> texts(ResourceNode node, String path) {
    return node.input(path)
        .map(value -> value instanceof Collection<?> list ? list : List.of(value))
        .map(list -> list.stream().map(Object::toString).toList())
        .orElse(List.of());
  }

  /** Such as {@code routes[0].} and {@code routes[1].}, to go on from. */
  public static List<String> elements(ResourceNode node, String path) {
    return IntStream.range(0, texts(node, path).size())
        .mapToObj(index -> "%s[%d].".formatted(path, index))
        .toList();
  }

  /** The way to the internet of what stands in {@code subnet}. */
  public WayOut wayOut(ResourceNode subnet) {
    List<ResourceNode> associations =
        graph.referring(Types.ROUTE_TABLE_ASSOCIATION, "subnetId", subnet);
    if (associations.isEmpty()) {
      return WayOut.of(mainTableIsTheVpcsOwn(subnet) ? WayOut.Kind.NONE : WayOut.Kind.UNKNOWN);
    }
    return graph.referenced(associations.get(0), "routeTableId").stream()
        .findFirst()
        .map(this::defaultRoute)
        .orElse(WayOut.of(WayOut.Kind.UNKNOWN));
  }

  /** A VPC is made with a main table that leads nowhere. */
  private boolean mainTableIsTheVpcsOwn(ResourceNode subnet) {
    return !graph.referenced(subnet, "vpcId").isEmpty()
        && graph.all("aws:ec2/defaultRouteTable:DefaultRouteTable").isEmpty()
        && graph.all("aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation").isEmpty();
  }

  private WayOut defaultRoute(ResourceNode table) {
    var routes = new ArrayList<WayOut>();
    for (ResourceNode route : graph.referring(Types.ROUTE, "routeTableId", table)) {
      if (route.text("destinationCidrBlock", "").equals(ANYWHERE)) {
        routes.add(target(route, ""));
      }
    }
    for (String path : elements(table, "routes")) {
      if (table.text(path + "cidrBlock", "").equals(ANYWHERE)) {
        routes.add(target(table, path));
      }
    }
    return routes.stream().findFirst().orElse(WayOut.of(WayOut.Kind.NONE));
  }

  /** Virtual private gateways stand at the same place. */
  private boolean isInternetGateway(ResourceNode route, String path) {
    return route.text(path, "").startsWith("igw-")
        || graph.referenced(route, path).stream()
            .anyMatch(it -> it.is("aws:ec2/internetGateway:InternetGateway"));
  }

  private WayOut target(ResourceNode route, String path) {
    if (isInternetGateway(route, path + "gatewayId")) {
      return WayOut.of(WayOut.Kind.INTERNET_GATEWAY);
    }
    return Stream.of("natGatewayId", "networkInterfaceId")
        .flatMap(property -> graph.referenced(route, path + property).stream())
        .findFirst()
        .map(via -> new WayOut(WayOut.Kind.NAT, via))
        .orElse(WayOut.of(WayOut.Kind.UNKNOWN));
  }
}
