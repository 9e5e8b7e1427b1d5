package dev.mainstay.resilience.network;

import static dev.mainstay.resilience.OtherStacks.twoServers;
import static dev.mainstay.resilience.OtherStacks.why;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.resilience.GraphBuilder;
import dev.mainstay.resilience.Mutation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where the default routes of a load balancer's subnets lead. */
class RoutesTest {
  private static final String NORMAL = "Normal operation";
  private static final String WORKS =
      "Routes, network ACLs, listeners and security groups carry requests to the data.";
  private static final String GATEWAY = "aws:ec2/internetGateway:InternetGateway";
  private static final String TABLE = "aws:ec2/routeTable:RouteTable";

  private static ResourceGraph detached(GraphBuilder graph) {
    return Mutation.of(graph.build()).set(GATEWAY, "igw", "vpcId", null).graph();
  }

  @Test
  void aRouteToAGatewayThatIsAttachedToNoVpcDropsPackets() {
    assertThat(why(detached(twoServers()), NORMAL))
        .startsWith(
            "Clients do not reach load balancer `lb` in subnet `public-a`: internet gateway `igw` is"
                + " attached to no VPC.");
    assertThat(Mutation.summaries(detached(twoServers())))
        .containsEntry(NORMAL, "DOWN (not known, none)");
  }

  @Test
  void anAttachmentOfItsOwnAttachesAGateway() {
    var graph =
        twoServers()
            .add(
                "aws:ec2/internetGatewayAttachment:InternetGatewayAttachment",
                "igw-attachment",
                Map.of("internetGatewayId", "@igw", "vpcId", "@vpc"));

    assertThat(why(detached(graph), NORMAL)).containsExactly(WORKS);
  }

  @Test
  void aGatewayOfAnotherVpcDropsPackets() {
    var graph = twoServers().add("aws:ec2/vpc:Vpc", "other", Map.of("cidrBlock", "10.2.0.0/16"));
    Mutation mutation = Mutation.of(graph.build());
    mutation.point(GATEWAY, "igw", "vpcId", mutation.node("aws:ec2/vpc:Vpc", "other"));

    assertThat(why(mutation.graph(), NORMAL))
        .startsWith(
            "Clients do not reach load balancer `lb` in subnet `public-a`: internet gateway `igw` is"
                + " attached to another VPC.");
  }

  private static ResourceGraph withoutPublicTable(GraphBuilder graph) {
    Mutation mutation = Mutation.of(graph.build());
    for (String subnet : List.of("public-a", "public-b")) {
      mutation.without("aws:ec2/routeTableAssociation:RouteTableAssociation", subnet + "-routes");
    }
    return mutation.graph();
  }

  @Test
  void aSubnetWithoutATableOfItsOwnHasTheMainTableOfItsVpc() {
    Map<String, Object> routes =
        Map.of(
            "defaultRouteTableId",
            "@vpc",
            "routes",
            List.of(Map.of("cidrBlock", "0.0.0.0/0", "gatewayId", "@igw")));

    assertThat(why(withoutPublicTable(twoServers()), NORMAL))
        .startsWith(
            "Clients do not reach load balancer `lb` in subnet `public-a`: no route to an internet"
                + " gateway.");
    assertThat(
            why(
                withoutPublicTable(
                    twoServers()
                        .add("aws:ec2/defaultRouteTable:DefaultRouteTable", "main", routes)),
                NORMAL))
        .containsExactly(WORKS);
    assertThat(
            why(
                withoutPublicTable(
                    twoServers()
                        .add(
                            "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation",
                            "main",
                            Map.of("vpcId", "@vpc", "routeTableId", "@out"))),
                NORMAL))
        .containsExactly(WORKS);
  }

  @Test
  void aDefaultRouteInTwoHalvesIsOne() {
    Mutation mutation =
        Mutation.of(
            twoServers()
                .add(
                    TABLE,
                    "halves",
                    Map.of(
                        "routes",
                        List.of(
                            Map.of("cidrBlock", "0.0.0.0/1", "gatewayId", "@igw"),
                            Map.of("cidrBlock", "128.0.0.0/1", "gatewayId", "@igw"))))
                .build());
    for (String subnet : List.of("public-a", "public-b")) {
      mutation.point(
          "aws:ec2/routeTableAssociation:RouteTableAssociation",
          subnet + "-routes",
          "routeTableId",
          mutation.node(TABLE, "halves"));
    }

    assertThat(why(mutation.graph(), NORMAL)).containsExactly(WORKS);
  }

  /** The subnets of the load balancer reach the internet through a firewall in one zone. */
  private static ResourceGraph throughFirewall(String... subnets) {
    Mutation mutation =
        Mutation.of(
            twoServers()
                .add(
                    "aws:ec2/vpcEndpoint:VpcEndpoint",
                    "firewall",
                    Map.of("vpcEndpointType", "GatewayLoadBalancer", "subnetIds", List.of(subnets)))
                .add(
                    TABLE,
                    "inspected",
                    Map.of(
                        "routes",
                        List.of(Map.of("cidrBlock", "0.0.0.0/0", "vpcEndpointId", "@firewall"))))
                .build());
    for (String subnet : List.of("public-a", "public-b")) {
      mutation.point(
          "aws:ec2/routeTableAssociation:RouteTableAssociation",
          subnet + "-routes",
          "routeTableId",
          mutation.node(TABLE, "inspected"));
    }
    return mutation.graph();
  }

  @Test
  void aFirewallOnThePathIsNamed() {
    assertThat(why(throughFirewall("@public-a", "@public-b"), NORMAL))
        .startsWith(
            "Clients reach load balancer `lb` in subnet `public-a` through `firewall`, which is not"
                + " judged.");
  }

  @Test
  void aFirewallInOneZoneIsTheSharedFateOfAll() {
    assertThat(why(throughFirewall("@public-a"), "Availability Zone us-east-1a fails"))
        .contains("Clients reach load balancer `lb` in or through us-east-1a only.");
    assertThat(why(throughFirewall("@public-a", "@public-b"), "Availability Zone us-east-1a fails"))
        .doesNotContain("Clients reach load balancer `lb` in or through us-east-1a only.");
  }
}
