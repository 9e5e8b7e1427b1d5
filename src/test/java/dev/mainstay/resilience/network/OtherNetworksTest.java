package dev.mainstay.resilience.network;

import static dev.mainstay.resilience.OtherStacks.associate;
import static dev.mainstay.resilience.OtherStacks.subnet;
import static dev.mainstay.resilience.OtherStacks.twoServers;
import static dev.mainstay.resilience.OtherStacks.why;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.resilience.GraphBuilder;
import dev.mainstay.resilience.Mutation;
import dev.mainstay.resilience.Prod;
import dev.mainstay.resilience.Resilience;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Routes and load balancers of stacks that other programs made. */
class OtherNetworksTest {
  private static final String BALANCER = "aws:alb/loadBalancer:LoadBalancer";

  /** A load balancer in one subnet, whose way out is the question. */
  private static GraphBuilder balancerInSubnet(Map<String, Object> balancer) {
    var graph = twoServers();
    graph.add(
        "aws:ec2/subnet:Subnet",
        "plain",
        Map.of("vpcId", "@vpc", "cidrBlock", "10.1.20.0/24", "availabilityZone", "us-east-1c"));
    var inputs = new HashMap<String, Object>(balancer);
    inputs.put("securityGroups", List.of("@lb-sg"));
    graph.add("aws:lb/loadBalancer:LoadBalancer", "second", inputs);
    graph.add(
        "aws:lb/listener:Listener",
        "second",
        Map.of(
            "loadBalancerArn",
            "@second",
            "port",
            80L,
            "defaultActions",
            List.of(Map.of("type", "forward", "targetGroupArn", "@targets"))));
    return graph;
  }

  @Test
  void aSubnetWhoseMainRouteTableIsElsewhereIsNotKnownToLeadOut() {
    var graph =
        balancerInSubnet(Map.of("subnetMappings", List.of(Map.of("subnetId", "@plain"))))
            .add(
                "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation",
                "main",
                Map.of("vpcId", "@vpc", "routeTableId", "rtb-of-somebody-else"));

    assertThat(why(graph.build(), "Normal operation"))
        .contains(
            "Whether subnet `plain` of load balancer `second` has a route to the internet is not"
                + " known.");
    assertThat(why(graph.build(), "Availability Zone us-east-1c fails"))
        .contains("Clients reach load balancer `second` in or through us-east-1c only.");
  }

  @Test
  void anInternalLoadBalancerNeedsNoRouteToTheInternet() {
    var graph =
        balancerInSubnet(Map.of("internal", true, "subnets", List.of("@private-a", "@plain")));

    assertThat(why(graph.build(), "Normal operation"))
        .contains(
            "Load balancer `second` is internal: clients on the internet do not reach it, others by"
                + " a path that is not known.")
        .noneMatch(sentence -> sentence.contains("no route to an internet gateway"));
  }

  @Test
  void aLoadBalancerOnThePublicInternetIsNotReachedThroughNat() {
    var graph = balancerInSubnet(Map.of("subnets", List.of("@public-a", "@private-b")));

    assertThat(Mutation.summaries(graph.build()))
        .containsEntry("Normal operation", "DEGRADED (none, none)");
    assertThat(why(graph.build(), "Normal operation"))
        .containsExactly(
            "Clients do not reach load balancer `second` in subnet `private-b`: no route to an"
                + " internet gateway.");
  }

  @Test
  void aLoadBalancerInThreeZonesGoesOnInTheOtherTwo() {
    var graph = twoServers();
    subnet(graph, "public-c", "10.1.2.0/24", "us-east-1c");
    associate(graph, "out", "public-c");
    Mutation mutation = Mutation.of(graph.build());
    mutation.point(
        BALANCER,
        "lb",
        "subnets",
        mutation.node(Prod.SUBNET, "public-a"),
        mutation.node(Prod.SUBNET, "public-b"),
        mutation.node(Prod.SUBNET, "public-c"));

    assertThat(why(mutation.graph(), "Availability Zone us-east-1c fails"))
        .containsExactly(
            "Load balancer `lb` keeps serving from us-east-1a, us-east-1b; clients may use a cached"
                + " address in us-east-1c for up to 60 s.");
  }

  @Test
  void aLoadBalancerWhoseSubnetsAreElsewhereIsNotKnownToCoverAZone() {
    ResourceGraph graph =
        Mutation.of(twoServers().build())
            .set(BALANCER, "lb", "subnets", List.of("subnet-of-somebody-else"))
            .graph();

    assertThat(why(graph, "Availability Zone us-east-1b fails"))
        .contains("The zones of load balancer `lb` are not all known.");
    assertThat(Mutation.summaries(graph))
        .containsEntry("Availability Zone us-east-1b fails", "UNKNOWN (at least 35 s, none)");
    assertThat(Resilience.of(graph).availability().arithmetic().get(0))
        .startsWith("`lb` (load balancer, not known to be in several zones): 99.9 %");
  }

  @Test
  void aLoadBalancerInPrivateSubnetsOnlyAnswersNobody() {
    var graph = balancerInSubnet(Map.of("subnets", List.of("@private-a", "@private-b")));

    assertThat(Mutation.summaries(graph.build()))
        .containsEntry("Normal operation", "DOWN (not known, none)");
    assertThat(Prod.verdict(graph.build(), "Normal operation").affected())
        .containsExactly(
            "urn:pulumi:test::other::aws:ec2/subnet:Subnet::private-a",
            "urn:pulumi:test::other::aws:ec2/subnet:Subnet::private-b");
  }
}
