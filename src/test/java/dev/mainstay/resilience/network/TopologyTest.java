package dev.mainstay.resilience.network;

import static dev.mainstay.resilience.OtherStacks.associate;
import static dev.mainstay.resilience.OtherStacks.routes;
import static dev.mainstay.resilience.OtherStacks.servers;
import static dev.mainstay.resilience.OtherStacks.subnet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.GraphBuilder;
import dev.mainstay.resilience.Prod;
import dev.mainstay.resilience.network.Topology.Placement;
import dev.mainstay.resilience.network.Topology.WayOut;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where things stand, and how they get out. */
class TopologyTest {
  private static final String TABLE = "aws:ec2/routeTable:RouteTable";

  private static WayOut wayOut(ResourceGraph graph, String subnet) {
    return new Topology(graph).wayOut(graph.find(Prod.SUBNET, subnet).orElseThrow());
  }

  /** The way out of a subnet of its own that has this route table. */
  private static WayOut wayOutBy(Map<String, Object> table) {
    var graph = servers();
    subnet(graph, "lonely", "10.1.99.0/24", "us-east-1c");
    graph.add(TABLE, "own", table);
    associate(graph, "own", "lonely");
    return wayOut(graph.build(), "lonely");
  }

  @Test
  void aSubnetLeadsWhereItsDefaultRouteDoes() {
    ResourceGraph graph = servers().build();

    assertThat(wayOut(graph, "public-a").kind()).isEqualTo(WayOut.Kind.INTERNET_GATEWAY);
    assertThat(wayOut(graph, "private-b").kind()).isEqualTo(WayOut.Kind.NAT);
    assertThat(wayOut(graph, "private-b").via().name()).isEqualTo("nat");
  }

  @Test
  void aSubnetThatNobodyRoutesHasNoWayOutUnlessTheMainTableIsChanged() {
    var graph = servers();
    subnet(graph, "lonely", "10.1.99.0/24", "us-east-1c");
    assertThat(wayOut(graph.build(), "lonely").kind()).isEqualTo(WayOut.Kind.NONE);

    for (String change :
        List.of(
            "aws:ec2/defaultRouteTable:DefaultRouteTable",
            "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation")) {
      var changed = servers();
      subnet(changed, "lonely", "10.1.99.0/24", "us-east-1c");
      changed.add(change, "main", Map.of());
      assertThat(wayOut(changed.build(), "lonely").kind()).isEqualTo(WayOut.Kind.UNKNOWN);
    }
  }

  @Test
  void aSubnetOfSomebodyElsesNetworkHasAMainTableThatIsNotKnown() {
    ResourceGraph graph =
        servers().add(Prod.SUBNET, "lonely", Map.of("vpcId", "vpc-of-somebody-else")).build();

    assertThat(wayOut(graph, "lonely").kind()).isEqualTo(WayOut.Kind.UNKNOWN);
  }

  @Test
  void aTableOfSomebodyElseLeadsNobodyKnowsWhere() {
    var graph = servers();
    subnet(graph, "lonely", "10.1.99.0/24", "us-east-1c");
    graph.add(
        "aws:ec2/routeTableAssociation:RouteTableAssociation",
        "lonely",
        Map.of("subnetId", "@lonely", "routeTableId", "rtb-of-somebody-else"));

    assertThat(wayOut(graph.build(), "lonely").kind()).isEqualTo(WayOut.Kind.UNKNOWN);
  }

  @Test
  void aRouteToOneNetworkIsNoWayOut() {
    var inline =
        Map.<String, Object>of(
            "routes", List.of(Map.of("cidrBlock", "10.9.0.0/16", "gatewayId", "@igw")));
    assertThat(wayOutBy(inline).kind()).isEqualTo(WayOut.Kind.NONE);

    var graph = servers();
    subnet(graph, "lonely", "10.1.99.0/24", "us-east-1c");
    graph.add(TABLE, "own", Map.of());
    graph.add(
        Prod.ROUTE,
        "peer",
        Map.of("routeTableId", "@own", "destinationCidrBlock", "10.9.0.0/16", "gatewayId", "@igw"));
    associate(graph, "own", "lonely");
    assertThat(wayOut(graph.build(), "lonely").kind()).isEqualTo(WayOut.Kind.NONE);
  }

  @Test
  void aGatewayOfAnotherStackMayBeDetached() {
    assertThat(wayOutBy(routes("gatewayId", "igw-0123456789abcdef0")).kind())
        .isEqualTo(WayOut.Kind.UNKNOWN);
  }

  @Test
  void aRouteOverSomethingElseLeadsNobodyKnowsWhere() {
    assertThat(wayOutBy(routes("transitGatewayId", "tgw-1")).kind()).isEqualTo(WayOut.Kind.UNKNOWN);

    var graph = servers();
    subnet(graph, "lonely", "10.1.99.0/24", "us-east-1c");
    graph.add("aws:ec2/vpnGateway:VpnGateway", "vpn", Map.of());
    graph.add(TABLE, "own", routes("gatewayId", "@vpn"));
    associate(graph, "own", "lonely");
    assertThat(wayOut(graph.build(), "lonely").kind()).isEqualTo(WayOut.Kind.UNKNOWN);
  }

  @Test
  void theZonesAreThoseOfSubnetsAndThoseThatGroupsName() {
    ResourceGraph graph =
        new GraphBuilder()
            .add(Prod.SUBNET, "one", Map.of("availabilityZone", "us-east-1a"))
            .add(Prod.SUBNET, "two", Map.of("availabilityZoneId", "use1-az2"))
            .add(Prod.SUBNET, "three", Map.of())
            .add(
                Prod.GROUP,
                "group",
                Map.of("availabilityZones", List.of("us-east-1c", "us-east-1d")))
            .build();

    assertThat(new Topology(graph).zones())
        .containsExactly("us-east-1a", "us-east-1c", "us-east-1d", "use1-az2");
  }

  @Test
  void aPlaceIsKnownIfAllItsSubnetsAreAndSayWhereTheyLie() {
    assertThat(placement(List.of("@a", "@b")).known()).isTrue();
    assertThat(placement("@a").known()).isTrue();
    assertThat(placement(List.of("@a", "subnet-of-somebody-else")).known()).isFalse();
    assertThat(placement(List.of("@a", "@nowhere")).known()).isFalse();
    assertThat(placement(List.of()).known()).isFalse();
    assertThat(placement(List.of("@a", "@nowhere")).zones()).containsExactly("us-east-1a");
  }

  private static Placement placement(Object subnets) {
    ResourceGraph graph =
        new GraphBuilder()
            .add(Prod.SUBNET, "a", Map.of("availabilityZone", "us-east-1a"))
            .add(Prod.SUBNET, "b", Map.of("availabilityZone", "us-east-1b"))
            .add(Prod.SUBNET, "nowhere", Map.of())
            .add("aws:rds/subnetGroup:SubnetGroup", "group", Map.of("subnetIds", subnets))
            .build();
    return new Topology(graph)
        .placement(
            graph.find("aws:rds/subnetGroup:SubnetGroup", "group").orElseThrow(), "subnetIds");
  }

  @Test
  void theAddressThatALoadBalancerHasInASubnetIsNoSubnet() {
    ResourceGraph graph =
        new GraphBuilder()
            .add(Prod.SUBNET, "a", Map.of("availabilityZone", "us-east-1a"))
            .add("aws:ec2/eip:Eip", "address", Map.of())
            .add(
                Prod.BALANCER,
                "lb",
                Map.of(
                    "subnetMappings",
                    List.of(Map.of("subnetId", "@a", "allocationId", "@address"))))
            .build();
    Placement placement =
        new Topology(graph)
            .placement(graph.find(Prod.BALANCER, "lb").orElseThrow(), "subnetMappings");

    assertThat(placement.known()).isTrue();
    assertThat(placement.subnets()).extracting(ResourceNode::name).containsExactly("a");
  }
}
