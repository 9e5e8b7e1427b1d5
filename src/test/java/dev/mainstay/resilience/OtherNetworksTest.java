package dev.mainstay.resilience;

import static dev.mainstay.resilience.OtherStacks.DATABASE;
import static dev.mainstay.resilience.OtherStacks.SECURITY_GROUP;
import static dev.mainstay.resilience.OtherStacks.associate;
import static dev.mainstay.resilience.OtherStacks.open;
import static dev.mainstay.resilience.OtherStacks.servers;
import static dev.mainstay.resilience.OtherStacks.subnet;
import static dev.mainstay.resilience.OtherStacks.twoServers;
import static dev.mainstay.resilience.OtherStacks.why;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Routes, load balancers and rules of stacks that other programs made. */
class OtherNetworksTest {
  @Test
  void theGatewayThatIsSharedIsNamed() {
    assertThat(why(twoServers().build(), "NAT gateway nat"))
        .containsExactly(
            "Subnets in us-east-1a, us-east-1b lose their way out, which leads through nat in"
                + " us-east-1a.",
            "AWS runs the gateway redundantly within its zone and repairs it.");
  }

  @Test
  void aNatInstanceThatNothingReplacesIsSaidToStayDown() {
    var graph =
        new GraphBuilder()
            .add("aws:ec2/vpc:Vpc", "vpc", Map.of())
            .add("aws:ec2/internetGateway:InternetGateway", "igw", Map.of());
    subnet(graph, "public-a", "10.1.0.0/24", "us-east-1a");
    subnet(graph, "private-a", "10.1.1.0/24", "us-east-1a");
    graph
        .add("aws:ec2/instance:Instance", "nat", Map.of("subnetId", "@public-a"))
        .add("aws:ec2/routeTable:RouteTable", "out", Map.of("vpcId", "@vpc"))
        .add(
            "aws:ec2/route:Route",
            "out",
            Map.of(
                "routeTableId", "@out",
                "destinationCidrBlock", "0.0.0.0/0",
                "networkInterfaceId", "@nat"));
    associate(graph, "out", "private-a");

    assertThat(why(graph.build(), "NAT instance nat"))
        .containsExactly(
            "Only subnets in us-east-1a lose their way out; requests are answered all the same.",
            "Nothing in the stack replaces it.");
    assertThat(Resilience.of(graph.build()).notJudged()).isEmpty();
  }

  @Test
  void aRuleThatNamesAGroupOfSomebodyElseIsNotUnderstood() {
    var graph = twoServers();
    graph.add(
        SECURITY_GROUP,
        "db-sg",
        Map.of(
            "ingress",
            List.of(
                Map.of(
                    "protocol",
                    "tcp",
                    "fromPort",
                    5432L,
                    "toPort",
                    5432L,
                    "securityGroups",
                    List.of("sg-0123456789abcdef0")))));
    graph.add(
        DATABASE,
        "db",
        Map.of("engine", "postgres", "multiAz", true, "vpcSecurityGroupIds", List.of("@db-sg")));

    assertThat(why(graph.build(), "normal operation"))
        .containsExactly(
            "Whether security groups let through targets to db on port 5432 is not known.");
  }

  @Test
  void rulesByAddressHoldIfTheyCoverTheSubnetsOfTheOtherSide() {
    var summaries = new ArrayList<String>();
    for (String range : List.of("10.1.0.0/16", "10.1.10.0/24", "10.2.0.0/16")) {
      var graph = twoServers();
      graph.add(
          SECURITY_GROUP, "db-sg", Map.of("ingress", List.of(open("tcp", 5432, 5432, range))));
      graph.add(
          DATABASE,
          "db",
          Map.of("engine", "postgres", "multiAz", true, "vpcSecurityGroupIds", List.of("@db-sg")));
      summaries.add(Mutation.summaries(graph.build()).get("normal operation"));
    }

    assertThat(summaries)
        .containsExactly(
            "SURVIVES (none, none)", "DOWN (not known, none)", "DOWN (not known, none)");
  }

  /** A load balancer in one subnet, whose way out is the question. */
  private static GraphBuilder balancerInSubnet(Map<String, Object> balancer) {
    var graph = twoServers();
    graph.add("aws:ec2/subnet:Subnet", "plain", Map.of("availabilityZone", "us-east-1c"));
    graph.add("aws:lb/loadBalancer:LoadBalancer", "second", balancer);
    return graph;
  }

  @Test
  void aSubnetWhoseMainRouteTableIsElsewhereIsNotKnownToLeadOut() {
    var graph = balancerInSubnet(Map.of("subnetMappings", List.of(Map.of("subnetId", "@plain"))));

    assertThat(why(graph.build(), "normal operation"))
        .containsExactly(
            "Whether subnet plain of load balancer second has a route to the internet is not"
                + " known.");
    assertThat(why(graph.build(), "zone us-east-1c"))
        .containsExactly("Load balancer second is reached in us-east-1c only.");
  }

  @Test
  void anInternalLoadBalancerNeedsNoWayOut() {
    var graph = balancerInSubnet(Map.of("internal", true, "subnets", List.of("@private-a")));

    assertThat(Mutation.summaries(graph.build()))
        .containsEntry("normal operation", "SURVIVES (none, none)");
  }

  @Test
  void aLoadBalancerOnThePublicInternetIsNotReachedThroughNat() {
    var graph = balancerInSubnet(Map.of("subnets", List.of("@public-a", "@private-b")));

    assertThat(Mutation.summaries(graph.build()))
        .containsEntry("normal operation", "DEGRADED (none, none)");
    assertThat(why(graph.build(), "normal operation"))
        .containsExactly(
            "Load balancer second has no way to its clients in subnet private-b: no route to an"
                + " internet gateway.");
  }

  @Test
  void aSubnetThatNobodyRoutesHasNoWayOutUnlessTheMainTableIsChanged() {
    var graph = servers();
    subnet(graph, "lonely", "10.1.99.0/24", "us-east-1c");
    var changed = servers();
    subnet(changed, "lonely", "10.1.99.0/24", "us-east-1c");
    changed.add("aws:ec2/defaultRouteTable:DefaultRouteTable", "main", Map.of());

    assertThat(wayOut(graph.build(), "lonely")).isEqualTo(Topology.WayOut.Kind.NONE);
    assertThat(wayOut(changed.build(), "lonely")).isEqualTo(Topology.WayOut.Kind.UNKNOWN);
    assertThat(wayOut(graph.build(), "public-a")).isEqualTo(Topology.WayOut.Kind.INTERNET_GATEWAY);
    assertThat(wayOut(graph.build(), "private-b")).isEqualTo(Topology.WayOut.Kind.NAT);
  }

  private static Topology.WayOut.Kind wayOut(ResourceGraph graph, String subnet) {
    return new Topology(graph)
        .wayOut(graph.find("aws:ec2/subnet:Subnet", subnet).orElseThrow())
        .kind();
  }
}
