package dev.mainstay.resilience.path;

import static dev.mainstay.resilience.Prod.BALANCER;
import static dev.mainstay.resilience.Prod.NAT;
import static dev.mainstay.resilience.Prod.ONE_SERVER;
import static dev.mainstay.resilience.Prod.ROUTE;
import static dev.mainstay.resilience.Prod.SUBNET;
import static dev.mainstay.resilience.Prod.ZONE_A;
import static dev.mainstay.resilience.Prod.ZONE_B;
import static dev.mainstay.resilience.Prod.differences;
import static dev.mainstay.resilience.Prod.mutation;
import static dev.mainstay.resilience.Prod.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.Mutation;
import dev.mainstay.resilience.Prod;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each route, rule and listener, taken away, changes the verdicts it stands for. */
class ProdPathControlsTest {
  private static final String INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
  private static final String EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

  @Test
  void aRouteThroughTheOtherZonesNatIsFound() {
    Mutation mutation = mutation();
    mutation.point(ROUTE, "network-private-b", "natGatewayId", mutation.node(NAT, "network-nat-a"));

    assertThat(differences(mutation))
        .containsExactlyInAnyOrder(
            "NAT gateway `network-nat-a` fails: SURVIVES (none, none) -> DEGRADED (none, none)",
            ZONE_A + "DEGRADED (60 to 120 s, none)");
    assertThat(verdict(mutation.graph(), "Availability Zone eu-central-1a fails").why())
        .contains(
            "Servers in network-private-b lose their internet access via `network-nat-a` in"
                + " eu-central-1a.");
    assertThat(verdict(mutation.graph(), "NAT gateway `network-nat-b` fails").why())
        .containsExactlyInAnyOrder("No subnet has its internet access via `network-nat-b`.");
  }

  @Test
  void aLoadBalancerInOneZoneFallsWithIt() {
    Mutation mutation = mutation();
    mutation.point(BALANCER, "edge", "subnets", mutation.node(SUBNET, "network-public-b"));

    assertThat(differences(mutation))
        .containsExactlyInAnyOrder(
            ZONE_B + "DOWN (at least 60 s, none)", ONE_SERVER + "DEGRADED (25 to 35 s, none)");
    assertThat(verdict(mutation.graph(), "One server of `web` fails").why())
        .contains(
            "Servers in eu-central-1a get no requests: the load balancer is not enabled there.",
            "2 - 1 = 1 remain; 2 required.");
  }

  @Test
  void aLoadBalancerWithoutAWayToItsClientsAnswersNobody() {
    Mutation mutation = mutation().without(ROUTE, "network-public");

    assertThat(differences(mutation))
        .containsExactlyInAnyOrder(
            "Normal operation: SURVIVES (none, none) -> DOWN (not known, none)",
            ONE_SERVER + "DEGRADED (at least 25 s, none)",
            "Rolling deployment of `web`: SURVIVES (none, none) -> DEGRADED (not known, none)");
    assertThat(verdict(mutation.graph(), "Normal operation").why())
        .contains(
            "Clients do not reach load balancer `edge` in subnet `network-public-a`: no route to an"
                + " internet gateway.",
            "Servers in `network-private-a` have no internet access: `network-nat-a` is in subnet"
                + " `network-public-a`, which has no route to an internet gateway.");
  }

  @ParameterizedTest
  @CsvSource({
    "egress, load-balancer-to-web, `edge` to `web` on port 443",
    "ingress, load-balancer-to-web, `edge` to `web` on port 443",
    "egress, web-to-database, `web` to `database` on port 5432",
    "ingress, web-to-database, `web` to `database` on port 5432",
    "egress, web-to-cache, `web` to `cache` on port 6379",
    "ingress, web-to-cache, `web` to `cache` on port 6379",
  })
  void aMissingRuleCutsTheWayOfRequests(String direction, String rule, String way) {
    Mutation mutation =
        mutation().without(direction.equals("ingress") ? INGRESS : EGRESS, "security-" + rule);

    assertThat(differences(mutation))
        .containsExactlyInAnyOrder(
            "Normal operation: SURVIVES (none, none) -> DOWN (not known, none)");
    assertThat(verdict(mutation.graph(), "Normal operation").why())
        .containsExactlyInAnyOrder("No security group rule allows traffic from %s.".formatted(way));
  }

  @Test
  void aLoadBalancerThatClientsMayNotSpeakToAnswersNobody() {
    Mutation mutation = mutation().without(INGRESS, "security-https-from-0.0.0.0/0");

    assertThat(verdict(mutation.graph(), "Normal operation").why())
        .containsExactlyInAnyOrder(
            "No security group rule lets clients reach load balancer `edge` on port 443.");
  }

  @Test
  void aTargetGroupThatNothingForwardsToGetsNoRequests() {
    Mutation mutation = mutation().without("aws:lb/listener:Listener", "edge-https");

    assertThat(differences(mutation))
        .containsExactlyInAnyOrder(
            "Normal operation: SURVIVES (none, none) -> DOWN (not known, none)");
    assertThat(verdict(mutation.graph(), "Normal operation").why())
        .containsExactlyInAnyOrder("No listener forwards to target group `edge-web`.");
  }

  @Test
  void securityGroupsThatAreNotInTheGraphAreNotKnown() {
    var rules = new ArrayList<String>();
    for (ResourceNode group : Prod.GRAPH.all("aws:ec2/securityGroup:SecurityGroup")) {
      rules.add(group.name());
    }
    Mutation mutation = mutation();
    rules.forEach(name -> mutation.without("aws:ec2/securityGroup:SecurityGroup", name));

    assertThat(differences(mutation))
        .containsExactlyInAnyOrder(
            "Normal operation: SURVIVES (none, none) -> UNKNOWN (not known, none)");
  }
}
