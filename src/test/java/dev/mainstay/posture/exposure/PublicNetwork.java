package dev.mainstay.posture.exposure;

import static dev.mainstay.posture.Verdicts.node;
import static dev.mainstay.posture.Verdicts.to;

import dev.mainstay.graph.ResourceNode;
import java.util.List;
import java.util.Map;

/** Subnets with a route from the internet and without. */
public final class PublicNetwork {
  static final ResourceNode PUBLIC = subnet("public", Map.of());
  static final ResourceNode HANDING_OUT =
      subnet("handing-out", Map.of("mapPublicIpOnLaunch", true));
  static final ResourceNode PRIVATE = subnet("private", Map.of());
  static final List<ResourceNode> NETWORK = network();

  private PublicNetwork() {}

  private static ResourceNode subnet(String name, Map<String, Object> inputs) {
    return node("aws:ec2/subnet:Subnet", name, inputs);
  }

  private static List<ResourceNode> network() {
    ResourceNode gateway = node("aws:ec2/internetGateway:InternetGateway", "gateway", Map.of());
    ResourceNode open = node("aws:ec2/routeTable:RouteTable", "open", Map.of());
    ResourceNode closed = node("aws:ec2/routeTable:RouteTable", "closed", Map.of());
    ResourceNode route =
        node(
            "aws:ec2/route:Route",
            "route",
            Map.of("destinationCidrBlock", "0.0.0.0/0"),
            to("routeTableId", open),
            to("gatewayId", gateway));
    return List.of(
        PUBLIC,
        HANDING_OUT,
        PRIVATE,
        gateway,
        open,
        closed,
        route,
        associated(PUBLIC, open),
        associated(HANDING_OUT, open),
        associated(PRIVATE, closed));
  }

  private static ResourceNode associated(ResourceNode subnet, ResourceNode table) {
    return node(
        "aws:ec2/routeTableAssociation:RouteTableAssociation",
        subnet.name(),
        Map.of(),
        to("subnetId", subnet),
        to("routeTableId", table));
  }
}
