package dev.mainstay.resilience;

import static dev.mainstay.resilience.OtherStacks.servers;
import static dev.mainstay.resilience.OtherStacks.subnet;
import static dev.mainstay.resilience.OtherStacks.twoServers;
import static dev.mainstay.resilience.OtherStacks.why;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceGraph;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Routes and load balancers of stacks that other programs made. */
class OtherNetworksTest {
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
