package dev.mainstay.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.Stacks;
import dev.mainstay.graph.ResourceGraph;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AvailabilityTest {
  @Test
  void theArithmeticIsShownLineByLine() {
    Availability prod = Resilience.of(Stacks.prod()).availability();

    assertThat(prod.arithmetic())
        .containsExactly(
            "DNS records (Route 53): 100 % (https://aws.amazon.com/route53/sla/)",
            "edge (load balancer in several zones): 99.99 %"
                + " (https://aws.amazon.com/elasticloadbalancing/sla/)",
            "web (EC2 in several zones): 99.99 % (https://aws.amazon.com/compute/sla/)",
            "database (RDS with a standby): 99.95 % (https://aws.amazon.com/rds/sla/)",
            "cache (ElastiCache over several zones): 99.99 %"
                + " (https://aws.amazon.com/elasticache/sla/)",
            "1 x 0.9999 x 0.9999 x 0.9995 x 0.9999 = 99.92 % (rounded down): 35 min of downtime in"
                + " 30 days",
            "NAT is not counted: no request comes in through it.");
    assertThat(prod.percent()).isEqualTo("99.92");
  }

  @Test
  void singleNodesAreLessAvailable() {
    assertThat(Resilience.of(Stacks.dev()).availability().arithmetic())
        .contains(
            "web (EC2, not known to run in several zones): 99.5 %"
                + " (https://aws.amazon.com/compute/sla/)",
            "database (RDS without a standby): 99.5 % (https://aws.amazon.com/rds/sla/)",
            "cache (ElastiCache in one zone): 99.5 % (https://aws.amazon.com/elasticache/sla/)",
            "0.9999 x 0.995 x 0.995 x 0.995 = 98.49 % (rounded down): 10 h 50 min of downtime in 30"
                + " days");
  }

  @Test
  void theFiguresAreRoundedSoThatTheyPromiseNoMoreThanTheProduct() {
    Availability dev = Resilience.of(Stacks.dev()).availability();

    assertThat(dev.text()).isEqualTo("98.49 %");
    assertThat(dev.detail()).isEqualTo("by AWS's agreements: 10 h 50 min of downtime in 30 days");
  }

  @Test
  void aLoadBalancerInOneZoneIsPromisedLess() {
    ResourceGraph graph =
        new GraphBuilder()
            .add("aws:ec2/subnet:Subnet", "public", Map.of("availabilityZone", "us-east-1a"))
            .add("aws:lb/loadBalancer:LoadBalancer", "lb", Map.of("subnets", List.of("@public")))
            .build();

    assertThat(Resilience.of(graph).availability().arithmetic())
        .contains(
            "lb (load balancer, not known to be in several zones): 99.9 %"
                + " (https://aws.amazon.com/elasticloadbalancing/sla/)",
            "0.999 = 99.90 % (rounded down): 44 min of downtime in 30 days");
  }

  @Test
  void aGroupThatMayBeDownToOneServerRunsInOneZone() {
    var graph =
        OtherStacks.group(Map.of())
            .add(
                "aws:autoscaling/schedule:Schedule",
                "night",
                Map.of("autoscalingGroupName", "@asg", "minSize", 1L));

    assertThat(Resilience.of(graph.build()).availability().arithmetic())
        .contains(
            "asg (EC2, not known to run in several zones): 99.5 %"
                + " (https://aws.amazon.com/compute/sla/)");
  }

  @Test
  void severalServersInOneZoneArePromisedWhatOneIs() {
    ResourceGraph graph =
        OtherStacks.server(
                OtherStacks.server(OtherStacks.servers(), "web1", "private-b"), "web2", "private-b")
            .build();

    assertThat(Resilience.of(graph).availability().arithmetic())
        .contains(
            "targets (EC2, not known to run in several zones): 99.5 %"
                + " (https://aws.amazon.com/compute/sla/)");
  }

  @Test
  void whatIsNotJudgedIsSaidNotToBeCounted() {
    ResourceGraph graph =
        OtherStacks.twoServers().add("aws:rds/cluster:Cluster", "aurora", Map.of()).build();

    assertThat(Resilience.of(graph).availability().arithmetic())
        .containsExactly(
            "lb (load balancer in several zones): 99.99 %"
                + " (https://aws.amazon.com/elasticloadbalancing/sla/)",
            "targets (EC2 in several zones): 99.99 % (https://aws.amazon.com/compute/sla/)",
            "0.9999 x 0.9999 = 99.98 % (rounded down): 9 min of downtime in 30 days",
            "NAT is not counted: no request comes in through it.",
            "aurora (aws:rds/cluster:Cluster) is not counted: it is not judged.");
  }

  @Test
  void aStackThatNoAgreementIsAboutHasNoFigure() {
    Availability nothing = Resilience.of(new GraphBuilder().build()).availability();

    assertThat(nothing.text()).isEqualTo("not known");
    assertThat(nothing.detail()).isEqualTo("by AWS's agreements");
    assertThat(nothing.arithmetic())
        .containsExactly("NAT is not counted: no request comes in through it.");
  }
}
