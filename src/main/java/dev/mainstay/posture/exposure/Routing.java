package dev.mainstay.posture.exposure;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Judge;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where the subnets of a graph send what is not for the VPC. */
public final class Routing {
  private static final Set<String> ANYWHERE = Set.of("0.0.0.0/0", "::/0");
  private static final String ROUTE = "aws:ec2/route:Route";
  private static final String ASSOCIATION = "aws:ec2/routeTableAssociation:RouteTableAssociation";
  private static final String INTERNET_GATEWAY = "aws:ec2/internetGateway:InternetGateway";

  private final ResourceGraph graph;

  public Routing(ResourceGraph graph) {
    this.graph = graph;
  }

  /**
   * A route to the whole world.
   *
   * @param writtenIn the route, or the table that holds it
   * @param path where in it, such as {@code routes[0].}
   */
  public record DefaultRoute(ResourceNode writtenIn, String path) {
    public List<ResourceNode> target(ResourceGraph graph, String property) {
      return graph.referenced(writtenIn, path + property);
    }

    public boolean has(String property) {
      return writtenIn.input(path + property).isPresent();
    }
  }

  /** Whether {@code subnet} has a route through an internet gateway. */
  public Answer reachesInternetGateway(ResourceNode subnet) {
    List<ResourceNode> tables = tables(subnet);
    if (tables.isEmpty()) {
      // The main table of the VPC, which a graph shows only where it is changed.
      return Answer.UNKNOWN;
    }
    return Answer.any(defaultRoutes(tables).stream().map(this::leadsToInternetGateway));
  }

  private Answer leadsToInternetGateway(DefaultRoute route) {
    List<ResourceNode> gateways = route.target(graph, "gatewayId");
    if (gateways.isEmpty()) {
      return Judge.given(route.path() + "gatewayId", id -> id.toString().startsWith("igw-"))
          .of(graph, route.writtenIn());
    }
    return Answer.of(gateways.stream().anyMatch(node -> node.is(INTERNET_GATEWAY)));
  }

  /** Whether the graph shows where {@code subnet} sends what is not for the VPC. */
  public boolean isTold(ResourceNode subnet) {
    return !tables(subnet).isEmpty();
  }

  public List<DefaultRoute> defaultRoutes(ResourceNode subnet) {
    return defaultRoutes(tables(subnet));
  }

  private List<DefaultRoute> defaultRoutes(List<ResourceNode> tables) {
    var found = new ArrayList<DefaultRoute>();
    for (ResourceNode table : tables) {
      graph.referring(ROUTE, "routeTableId", table).stream()
          .filter(
              route ->
                  ANYWHERE.contains(route.text("destinationCidrBlock", ""))
                      || ANYWHERE.contains(route.text("destinationIpv6CidrBlock", "")))
          .forEach(route -> found.add(new DefaultRoute(route, "")));
      Judge.elements(table, "routes").stream()
          .map(path -> path + ".")
          .filter(
              path ->
                  ANYWHERE.contains(table.text(path + "cidrBlock", ""))
                      || ANYWHERE.contains(table.text(path + "ipv6CidrBlock", "")))
          .forEach(path -> found.add(new DefaultRoute(table, path)));
    }
    return found;
  }

  private List<ResourceNode> tables(ResourceNode subnet) {
    return graph.referring(ASSOCIATION, "subnetId", subnet).stream()
        .flatMap(association -> graph.referenced(association, "routeTableId").stream())
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
    int given = Judge.elements(node, path).size();
    List<String> zones = zones(graph.referenced(node, path).stream());
    if (zones.stream().filter(zone -> !zone.isEmpty()).count() > 1) {
      return Answer.YES;
    }
    boolean allKnown = given == graph.referenced(node, path).size() && !zones.contains("");
    return given < 2 || allKnown ? Answer.NO : Answer.UNKNOWN;
  }
}
