package dev.mainstay.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.Stacks;
import dev.mainstay.graph.ResourceGraph;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AvailabilityTest {
  private static final String ELB =
      "`lb` (load balancer in several zones): 99.99 %"
          + " (https://aws.amazon.com/elasticloadbalancing/sla/)";
  private static final String EC2 =
      "`targets` (EC2 in several zones): 99.99 % (https://aws.amazon.com/compute/sla/)";

  private static Availability of(ResourceGraph graph) {
    return Resilience.of(graph).availability();
  }

  @Test
  void theArithmeticIsShownLineByLine() {
    Availability prod = of(Stacks.prod());

    assertThat(prod.arithmetic())
        .containsExactly(
            "DNS records (Route 53): 100 % (https://aws.amazon.com/route53/sla/)",
            "`edge` (load balancer in several zones): 99.99 %"
                + " (https://aws.amazon.com/elasticloadbalancing/sla/)",
            "`edge` (AWS WAF): 99.95 % (https://aws.amazon.com/waf/sla/)",
            "`web` (EC2 in several zones): 99.99 % (https://aws.amazon.com/compute/sla/)",
            "`database` (RDS with a standby): 99.95 % (https://aws.amazon.com/rds/sla/)",
            "`cache` (ElastiCache in several zones): 99.99 %"
                + " (https://aws.amazon.com/elasticache/sla/)",
            "1 x 0.9999 x 0.9995 x 0.9999 x 0.9995 x 0.9999 = 99.87 % (rounded down)",
            "NAT is not counted: no request comes in through it.");
    assertThat(prod.percent()).isEqualTo("99.87");
    assertThat(prod.text()).isEqualTo("99.87 %");
    assertThat(prod.detail()).isEqualTo("AWS's agreements grant credits below it");
  }

  @Test
  void singleNodesAreLessAvailable() {
    assertThat(of(Stacks.dev()).arithmetic())
        .contains(
            "`web` (EC2, not known to run in several zones): 99.5 %"
                + " (https://aws.amazon.com/compute/sla/)",
            "`database` (RDS without a standby): 99.5 % (https://aws.amazon.com/rds/sla/)",
            "`cache` (ElastiCache, not known to be in several zones): 99.5 %"
                + " (https://aws.amazon.com/elasticache/sla/)",
            "0.9999 x 0.995 x 0.995 x 0.995 = 98.49 % (rounded down)");
  }

  @Test
  void aLoadBalancerInOneZoneIsPromisedLess() {
    ResourceGraph graph =
        new GraphBuilder()
            .add("aws:ec2/subnet:Subnet", "public", Map.of("availabilityZone", "us-east-1a"))
            .add("aws:lb/loadBalancer:LoadBalancer", "lb", Map.of("subnets", List.of("@public")))
            .build();

    assertThat(of(graph).arithmetic())
        .contains(
            "`lb` (load balancer, not known to be in several zones): 99.9 %"
                + " (https://aws.amazon.com/elasticloadbalancing/sla/)");
  }

  @Test
  void aGroupThatMayBeDownToOneServerRunsInOneZone() {
    var graph =
        OtherStacks.group(Map.of())
            .add(
                "aws:autoscaling/schedule:Schedule",
                "night",
                Map.of("autoscalingGroupName", "@asg", "minSize", 1L));

    assertThat(of(graph.build()).arithmetic())
        .contains(
            "`asg` (EC2, not known to run in several zones): 99.5 %"
                + " (https://aws.amazon.com/compute/sla/)");
  }

  @Test
  void severalServersInOneZoneArePromisedWhatOneIs() {
    ResourceGraph graph =
        OtherStacks.server(
                OtherStacks.server(OtherStacks.servers(), "web1", "private-b"), "web2", "private-b")
            .build();

    assertThat(of(graph).arithmetic())
        .contains(
            "`targets` (EC2, not known to run in several zones): 99.5 %"
                + " (https://aws.amazon.com/compute/sla/)");
  }

  @Test
  void theFigureIsWithheldWhileAPartIsNotJudged() {
    Availability availability =
        of(
            OtherStacks.twoServers()
                .add("aws:elasticache/serverlessCache:ServerlessCache", "sessions", Map.of())
                .build());

    assertThat(availability.text()).isEqualTo("not known");
    assertThat(availability.detail()).isEqualTo("withheld: `sessions` is not counted");
    assertThat(availability.arithmetic())
        .containsExactly(
            ELB,
            EC2,
            "`sessions` (aws:elasticache/serverlessCache:ServerlessCache) is not counted: it is not"
                + " judged.",
            "NAT is not counted: no request comes in through it.");
  }

  @Test
  void theFigureIsWithheldWhileNormalOperationIsDown() {
    Availability availability =
        of(
            Prod.mutation()
                .without(
                    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
                    "security-web-to-database")
                .graph());

    assertThat(availability.percent()).isNull();
    assertThat(availability.detail()).isEqualTo("withheld: normal operation is down");
  }

  @Test
  void aDistributionInFrontOfTheLoadBalancerIsCountedWithItsFirewall() {
    ResourceGraph graph =
        OtherStacks.twoServers()
            .add(
                "aws:cloudfront/distribution:Distribution",
                "cdn",
                Map.of(
                    "origins",
                    List.of(Map.of("domainName", "@lb", "originId", "lb")),
                    "webAclId",
                    "arn:aws:wafv2:us-east-1:1:global/webacl/x/y"))
            .build();

    assertThat(of(graph).arithmetic())
        .contains(
            "`cdn` (CloudFront): 99.9 % (https://aws.amazon.com/cloudfront/sla/)",
            "`cdn` (AWS WAF): 99.95 % (https://aws.amazon.com/waf/sla/)");
  }

  @Test
  void aDistributionOfAnotherOriginWithholdsTheFigure() {
    Availability availability =
        of(
            OtherStacks.twoServers()
                .add(
                    "aws:cloudfront/distribution:Distribution",
                    "cdn",
                    Map.of("origins", List.of(Map.of("domainName", "x", "originId", "lb"))))
                .build());

    assertThat(availability.percent()).isNull();
    assertThat(availability.arithmetic())
        .contains("`cdn` (CloudFront) is not counted: its origin is not in this stack.");
  }

  @Test
  void aStackThatNoAgreementIsAboutHasNoFigure() {
    Availability nothing = of(new GraphBuilder().build());

    assertThat(nothing.text()).isEqualTo("not known");
    assertThat(nothing.detail()).isEqualTo("withheld: normal operation is not known");
    assertThat(nothing.arithmetic())
        .containsExactly("NAT is not counted: no request comes in through it.");
  }
}
