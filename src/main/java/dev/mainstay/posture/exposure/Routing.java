package dev.mainstay.posture.exposure;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Judge;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where the subnets of a graph send what is not for the VPC. */
public final class Routing {
  private static final String ROUTE = "aws:ec2/route:Route";
  private static final String INTERNET_GATEWAY = "aws:ec2/internetGateway:InternetGateway";

  private final ResourceGraph graph;

  public Routing(ResourceGraph graph) {
    this.graph = graph;
  }

  /**
   * A route.
   *
   * @param writtenIn the route, or the table that holds it
   * @param path where in it, such as {@code routes[0].}
   * @param destinations address ranges; the mark of an unknown value for those that are not known
   */
  public record Route(ResourceNode writtenIn, String path, List<String> destinations) {
    public List<ResourceNode> target(ResourceGraph graph, String property) {
      return graph.referenced(writtenIn, path + property);
    }

    public boolean has(String property) {
      return writtenIn.input(path + property).isPresent();
    }

    /** Whether it is for addresses on the internet. */
    Answer isToInternet() {
      return Answer.any(
          destinations.stream()
              .map(
                  each ->
                      each.equals(Judge.NOT_YET_KNOWN)
                          ? Answer.UNKNOWN
                          : Answer.of(Addresses.isOutside(each))));
    }

    /** Whether it is for so much of the internet that it is the default route, or a part of it. */
    boolean isDefault() {
      return destinations.stream().anyMatch(Addresses::isAnybody);
    }
  }

  /** Whether {@code subnet} has a route through an internet gateway. */
  public Answer reachesInternetGateway(ResourceNode subnet) {
    List<ResourceNode> tables = RouteTables.of(graph, subnet);
    if (tables.isEmpty()) {
      // The main table of the VPC, which a graph shows only where it is changed.
      return Answer.UNKNOWN;
    }
    return Answer.any(
        routes(tables)
            .map(route -> Answer.all(route.isToInternet(), leadsToInternetGateway(route))));
  }

  private Answer leadsToInternetGateway(Route route) {
    List<ResourceNode> gateways = route.target(graph, "gatewayId");
    if (gateways.isEmpty()) {
      return Judge.given(route.path() + "gatewayId", id -> id.toString().startsWith("igw-"))
          .of(graph, route.writtenIn());
    }
    return Answer.of(gateways.stream().anyMatch(node -> node.is(INTERNET_GATEWAY)));
  }

  /** Whether the graph shows where {@code subnet} sends what is not for the VPC. */
  public boolean isTold(ResourceNode subnet) {
    return !RouteTables.of(graph, subnet).isEmpty();
  }

  /** The default routes of a subnet, those in several parts among them. */
  public List<Route> defaultRoutes(ResourceNode subnet) {
    return routes(RouteTables.of(graph, subnet)).filter(Route::isDefault).toList();
  }

  private Stream<Route> routes(List<ResourceNode> tables) {
    var found = new ArrayList<Route>();
    for (ResourceNode table : tables) {
      graph
          .referring(ROUTE, "routeTableId", table)
          .forEach(
              route ->
                  found.add(
                      new Route(
                          route,
                          "",
                          destinations(
                              route,
                              "destinationPrefixListId",
                              "destinationCidrBlock",
                              "destinationIpv6CidrBlock"))));
      Judge.elements(table, "routes").stream()
          .map(path -> path + ".")
          .forEach(
              path ->
                  found.add(
                      new Route(
                          table,
                          path,
                          destinations(
                              table,
                              path + "destinationPrefixListId",
                              path + "cidrBlock",
                              path + "ipv6CidrBlock"))));
    }
    return found.stream();
  }

  private List<String> destinations(ResourceNode node, String list, String... ranges) {
    return Stream.concat(
            PrefixLists.ranges(graph, node, list).stream(),
            Stream.of(ranges)
                .flatMap(path -> Judge.input(node, path).stream())
                .map(Object::toString)
                // Pulumi writes what is not set in a list of objects as an empty text.
                .filter(range -> !range.isEmpty()))
        .toList();
  }

  /** The zones of {@code subnets}; empty text for a subnet that does not say. */
  public static List<String> zones(Stream<ResourceNode> subnets) {
    return subnets
        .map(subnet -> subnet.text("availabilityZone", subnet.text("availabilityZoneId", "")))
        .map(zone -> zone.equals(Judge.NOT_YET_KNOWN) ? "" : zone)
        .distinct()
        .toList();
  }

  /** Whether the subnets that {@code node} names at {@code path} stand in two zones or more. */
  public static Answer spansZones(ResourceGraph graph, ResourceNode node, String path) {
    if (node.text(path, "").equals(Judge.NOT_YET_KNOWN)) {
      return Answer.UNKNOWN;
    }
    List<ResourceNode> named = graph.referenced(node, path);
    List<String> zones = zones(named.stream());
    if (zones.stream().filter(zone -> !zone.isEmpty()).count() > 1) {
      return Answer.YES;
    }
    long given = different(node, path);
    boolean allKnown = given == named.size() && !zones.contains("");
    return given < 2 || allKnown ? Answer.NO : Answer.UNKNOWN;
  }

  /** How many different values a list has; of several that are not told, all may differ. */
  private static long different(ResourceNode node, String path) {
    List<String> values =
        Judge.elements(node, path).stream().map(each -> node.text(each, "")).toList();
    long untold = values.stream().filter(Judge.NOT_YET_KNOWN::equals).count();
    return untold
        + values.stream().filter(each -> !each.equals(Judge.NOT_YET_KNOWN)).distinct().count();
  }
}
