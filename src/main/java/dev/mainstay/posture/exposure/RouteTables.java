package dev.mainstay.posture.exposure;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import java.util.List;
import java.util.stream.Stream;

/** The route table of a subnet, and the main route table of a VPC. */
final class RouteTables {
  private static final String ASSOCIATION = "aws:ec2/routeTableAssociation:RouteTableAssociation";
  private static final String MAIN = "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation";
  private static final String DEFAULT_TABLE = "aws:ec2/defaultRouteTable:DefaultRouteTable";

  private RouteTables() {}

  /** The table of a subnet; empty if it is one that the graph does not show. */
  static List<ResourceNode> of(ResourceGraph graph, ResourceNode subnet) {
    List<ResourceNode> own =
        graph.referring(ASSOCIATION, "subnetId", subnet).stream()
            .flatMap(association -> graph.referenced(association, "routeTableId").stream())
            .toList();
    if (!own.isEmpty()) {
      return own;
    }
    return graph.referring(ASSOCIATION, "subnetId", subnet).isEmpty()
        ? graph.referenced(subnet, "vpcId").stream()
            .flatMap(vpc -> main(graph, vpc))
            .distinct()
            .toList()
        : List.of();
  }

  /** A subnet without a table of its own has the main table of its VPC. */
  private static Stream<ResourceNode> main(ResourceGraph graph, ResourceNode vpc) {
    List<ResourceNode> chosen =
        graph.referring(MAIN, "vpcId", vpc).stream()
            .flatMap(association -> graph.referenced(association, "routeTableId").stream())
            .toList();
    return chosen.isEmpty()
        ? graph.referring(DEFAULT_TABLE, "defaultRouteTableId", vpc).stream()
        : chosen.stream();
  }
}
