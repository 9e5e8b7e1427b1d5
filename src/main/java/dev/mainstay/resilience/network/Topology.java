package dev.mainstay.resilience.network;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.model.Types;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** Which subnets and zones resources are in, and how they reach the internet. */
public final class Topology {
  private final ResourceGraph graph;
  private final Routes routes;
  private final Map<ResourceNode, WayOut> waysOut = new ConcurrentHashMap<>();

  public Topology(ResourceGraph graph) {
    this.graph = graph;
    this.routes = new Routes(graph);
  }

  /**
   * The subnets and zones of a resource.
   *
   * @param subnets the subnets, as far as they are in the graph
   * @param zones the zones of these
   * @param known whether these are all
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

  /** The zones of all subnets, and those that Auto Scaling groups name. */
  public Set<String> zones() {
    var zones = new TreeSet<String>();
    graph.all(Types.SUBNET).forEach(subnet -> zoneOf(subnet).ifPresent(zones::add));
    graph.all(Types.GROUP).forEach(group -> zones.addAll(texts(group, "availabilityZones")));
    return zones;
  }

  /** The zone that a resource names, or that of its subnet. */
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

  /** The placement in the subnets named at {@code path}. */
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

  /** Such as {@code routes[0].} and {@code routes[1].}, as prefixes of paths. */
  public static List<String> elements(ResourceNode node, String path) {
    return IntStream.range(0, texts(node, path).size())
        .mapToObj(index -> "%s[%d].".formatted(path, index))
        .toList();
  }

  /** How resources in {@code subnet} reach the internet. */
  public WayOut wayOut(ResourceNode subnet) {
    return waysOut.computeIfAbsent(subnet, this::findWayOut);
  }

  private WayOut findWayOut(ResourceNode subnet) {
    Optional<List<Routes.Route>> table = routes.of(subnet);
    return table.isEmpty()
        ? WayOut.of(WayOut.Kind.UNKNOWN)
        : Routes.toInternet(table.get()).map(Topology::wayOut).orElse(WayOut.of(WayOut.Kind.NONE));
  }

  private static WayOut wayOut(Routes.Route route) {
    return switch (route.target()) {
      case INTERNET_GATEWAY -> WayOut.of(WayOut.Kind.INTERNET_GATEWAY);
      case BLACKHOLE -> WayOut.of(WayOut.Kind.NONE);
      case NAT ->
          route.via() == null
              ? WayOut.of(WayOut.Kind.UNKNOWN)
              : new WayOut(WayOut.Kind.NAT, route.via());
      case PEERING, TRANSIT_GATEWAY, ENDPOINT, OTHER -> WayOut.of(WayOut.Kind.UNKNOWN);
    };
  }

  /** The default route of a subnet, if its table is known and has one. */
  public Optional<Routes.Route> defaultRoute(ResourceNode subnet) {
    return routes.of(subnet).flatMap(Routes::toInternet);
  }

  /** The zones in which a firewall, or an endpoint of a service, has a node. */
  public Set<String> endpointZones(ResourceNode endpoint) {
    return placement(
            endpoint, endpoint.input("subnetMappings").isPresent() ? "subnetMappings" : "subnetIds")
        .zones();
  }

  public Routes routes() {
    return routes;
  }
}
