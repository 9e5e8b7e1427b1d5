package dev.mainstay.resilience.network;

import static dev.mainstay.resilience.OtherStacks.DATABASE;
import static dev.mainstay.resilience.OtherStacks.SECURITY_GROUP;
import static dev.mainstay.resilience.OtherStacks.open;
import static dev.mainstay.resilience.OtherStacks.twoServers;
import static dev.mainstay.resilience.OtherStacks.why;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.resilience.GraphBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Servers and database in two VPCs. */
class CrossingTest {
  private static final String WORKS =
      "Routes, network ACLs, listeners and security groups carry requests to the data.";
  private static final String CUT = "No route carries traffic from `targets` to `db` on port 5432.";
  private static final String UNKNOWN =
      "Whether routes carry traffic from `targets` to `db` on port 5432 is not known.";
  private static final String ROUTE = "aws:ec2/route:Route";

  private static GraphBuilder apart() {
    var graph =
        twoServers()
            .add("aws:ec2/vpc:Vpc", "data-vpc", Map.of("cidrBlock", "10.9.0.0/16"))
            .add("aws:ec2/routeTable:RouteTable", "data", Map.of("vpcId", "@data-vpc"));
    for (String zone : List.of("a", "b")) {
      graph
          .add(
              "aws:ec2/subnet:Subnet",
              "data-" + zone,
              Map.of(
                  "vpcId",
                  "@data-vpc",
                  "cidrBlock",
                  "10.9.%d.0/24".formatted(zone.equals("a") ? 0 : 1),
                  "availabilityZone",
                  "us-east-1" + zone))
          .add(
              "aws:ec2/routeTableAssociation:RouteTableAssociation",
              "data-" + zone + "-routes",
              Map.of("subnetId", "@data-" + zone, "routeTableId", "@data"));
    }
    return graph
        .add(
            SECURITY_GROUP,
            "db-sg",
            Map.of("ingress", List.of(open("tcp", 5432, 5432, "10.1.0.0/16"))))
        .add(
            "aws:rds/subnetGroup:SubnetGroup",
            "db-subnets",
            Map.of("subnetIds", List.of("@data-a", "@data-b")))
        .add(
            DATABASE,
            "db",
            Map.of(
                "engine",
                "postgres",
                "multiAz",
                true,
                "dbSubnetGroupName",
                "@db-subnets",
                "vpcSecurityGroupIds",
                List.of("@db-sg")));
  }

  private static GraphBuilder route(
      GraphBuilder graph, String table, String range, String target, String id) {
    return graph.add(
        ROUTE,
        table + "-" + range,
        Map.of("routeTableId", "@" + table, "destinationCidrBlock", range, target, id));
  }

  private static List<String> said(GraphBuilder graph) {
    return why(graph.build(), "Normal operation");
  }

  @Test
  void withoutAConnectionOfTheTwoNothingIsReached() {
    assertThat(said(apart())).containsExactly(CUT);
  }

  private static GraphBuilder peered(Map<String, Object> more) {
    var inputs = new HashMap<String, Object>(more);
    inputs.put("vpcId", "@vpc");
    inputs.put("peerVpcId", "@data-vpc");
    return apart().add("aws:ec2/vpcPeeringConnection:VpcPeeringConnection", "peering", inputs);
  }

  private static GraphBuilder there(GraphBuilder graph, String target, String id) {
    return route(graph, "nat-out", "10.9.0.0/16", target, id);
  }

  private static GraphBuilder back(GraphBuilder graph, String target, String id) {
    return route(graph, "data", "10.1.0.0/16", target, id);
  }

  @Test
  void aPeeringNeedsRoutesInBothDirections() {
    Map<String, Object> accepted = Map.of("autoAccept", true);
    String target = "vpcPeeringConnectionId";

    assertThat(said(there(peered(accepted), target, "@peering"))).containsExactly(CUT);
    assertThat(said(back(peered(accepted), target, "@peering"))).containsExactly(CUT);
    assertThat(said(back(there(peered(accepted), target, "@peering"), target, "@peering")))
        .containsExactly(WORKS);
  }

  @Test
  void aPeeringThatNobodyAcceptsMayNotCarryTraffic() {
    String target = "vpcPeeringConnectionId";
    var graph = back(there(peered(Map.of()), target, "@peering"), target, "@peering");

    assertThat(said(graph)).containsExactly(UNKNOWN);
    graph.add(
        "aws:ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter",
        "accepter",
        Map.of("vpcPeeringConnectionId", "@peering", "autoAccept", true));
    assertThat(said(graph)).containsExactly(WORKS);
  }

  private static GraphBuilder attached(List<String> dataSubnets, Map<String, Object> gateway) {
    return apart()
        .add("aws:ec2transitgateway/transitGateway:TransitGateway", "tgw", gateway)
        .add(
            "aws:ec2transitgateway/vpcAttachment:VpcAttachment",
            "web",
            Map.of(
                "transitGatewayId",
                "@tgw",
                "vpcId",
                "@vpc",
                "subnetIds",
                List.of("@private-a", "@private-b")))
        .add(
            "aws:ec2transitgateway/vpcAttachment:VpcAttachment",
            "data-attachment",
            Map.of("transitGatewayId", "@tgw", "vpcId", "@data-vpc", "subnetIds", dataSubnets));
  }

  private static GraphBuilder routed(GraphBuilder graph) {
    return back(there(graph, "transitGatewayId", "@tgw"), "transitGatewayId", "@tgw");
  }

  @Test
  void aTransitGatewayServesTheZonesThatItIsAttachedIn() {
    assertThat(said(routed(attached(List.of("@data-a", "@data-b"), Map.of()))))
        .containsExactly(WORKS);
    assertThat(said(routed(attached(List.of("@data-a"), Map.of()))))
        .containsExactly(CUT + " This holds for some subnets or ports.");
  }

  @Test
  void aTransitGatewayWithRouteTablesOfItsOwnIsNotJudged() {
    assertThat(
            said(
                routed(
                    attached(
                        List.of("@data-a", "@data-b"),
                        Map.of("defaultRouteTableAssociation", "disable")))))
        .containsExactly(UNKNOWN);
  }

  @Test
  void theMostSpecificRouteIsTaken() {
    String target = "vpcPeeringConnectionId";
    var graph =
        back(there(peered(Map.of("autoAccept", true)), target, "@peering"), target, "@peering");
    route(graph, "nat-out", "10.9.0.0/24", "natGatewayId", "@nat");

    assertThat(said(graph)).containsExactly(CUT + " This holds for some subnets or ports.");
  }
}
