package dev.mainstay.resilience.path;

import static dev.mainstay.resilience.OtherStacks.associate;
import static dev.mainstay.resilience.OtherStacks.routes;
import static dev.mainstay.resilience.OtherStacks.subnet;
import static dev.mainstay.resilience.OtherStacks.twoServers;
import static dev.mainstay.resilience.OtherStacks.why;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.resilience.GraphBuilder;
import dev.mainstay.resilience.Mutation;
import dev.mainstay.resilience.Resilience;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ways out of stacks that other programs made. */
class OtherNatTest {
  private static final String GATEWAY = "aws:ec2/natGateway:NatGateway";
  private static final String REPAIRED =
      "AWS runs the gateway redundantly within its zone and repairs it.";

  /** Two servers with a way out each, and a second gateway for one more subnet. */
  private static GraphBuilder secondGateway(Map<String, Object> gateway) {
    return twoServers()
        .add(GATEWAY, "second", gateway)
        .add("aws:ec2/routeTable:RouteTable", "second-out", routes("natGatewayId", "@second"));
  }

  @Test
  void theGatewayThatIsSharedIsNamed() {
    assertThat(why(twoServers().build(), "NAT gateway `nat` fails"))
        .containsExactly(
            "Subnets in us-east-1a, us-east-1b lose their internet access via `nat` in"
                + " us-east-1a.",
            REPAIRED);
  }

  @Test
  void aGatewayForAnotherZoneThanItsOwnIsNamed() {
    var graph = secondGateway(Map.of("subnetId", "@public-a"));
    subnet(graph, "jobs", "10.1.20.0/24", "us-east-1b");
    associate(graph, "second-out", "jobs");

    assertThat(why(graph.build(), "NAT gateway `second` fails"))
        .containsExactly(
            "Subnets in us-east-1b lose their internet access via `second` in us-east-1a.",
            REPAIRED);
  }

  @Test
  void aGatewayInAnUnknownZoneIsTakenToStandWithTheOnlySubnetThatUsesIt() {
    var graph = secondGateway(Map.of("subnetId", "subnet-of-somebody-else"));
    subnet(graph, "jobs", "10.1.20.0/24", "us-east-1b");
    associate(graph, "second-out", "jobs");

    assertThat(why(graph.build(), "NAT gateway `second` fails"))
        .containsExactly(
            "Only subnets in us-east-1b lose their internet access; servers keep answering requests.",
            REPAIRED);
  }

  @Test
  void whetherAGatewayServesOneZoneIsNotKnownIfASubnetDoesNotSayWhereItIs() {
    var graph = secondGateway(Map.of("subnetId", "@public-a"));
    graph.add("aws:ec2/subnet:Subnet", "jobs", Map.of("vpcId", "@vpc"));
    associate(graph, "second-out", "jobs");

    assertThat(why(graph.build(), "NAT gateway `second` fails"))
        .containsExactly(
            "The zones of some subnets with internet access via `second` are not known.", REPAIRED);
    assertThat(Mutation.summaries(graph.build()))
        .containsEntry("NAT gateway `second` fails", "UNKNOWN (none, none)");
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

    assertThat(why(graph.build(), "NAT instance `nat` fails"))
        .containsExactly(
            "Only subnets in us-east-1a lose their internet access; servers keep answering requests.",
            "Nothing in the stack replaces it.");
    assertThat(Resilience.of(graph.build()).notJudged()).isEmpty();
  }
}
