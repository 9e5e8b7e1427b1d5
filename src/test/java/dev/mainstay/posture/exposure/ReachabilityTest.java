package dev.mainstay.posture.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mainstay.Stacks;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode.Reference;
import dev.mainstay.posture.Mutation;
import dev.mainstay.posture.exposure.Reachability.Way;
import dev.mainstay.posture.model.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;

public class ReachabilityTest {
  private static final String INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
  private static final String DATABASE = "aws:rds/instance:Instance";
  private static final String TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";

  private static Reachability after(Mutation mutation) {
    return Reachability.of(mutation.apply(Stacks.prod()));
  }

  @Test
  void eachTierIsReachedFromTheOneBeforeItOnly() {
    assertThat(Reachability.of(Stacks.prod()).ways())
        .extracting(Way::group, Way::source, Way::ports, Way::fromInternet)
        .containsExactlyInAnyOrder(
            tuple("security-load-balancer", "internet", "tcp 443", Answer.YES),
            tuple("security-load-balancer", "internet", "tcp 80", Answer.YES),
            tuple("security-web", "security-load-balancer", "tcp 443", Answer.NO),
            tuple("security-database", "security-web", "tcp 5432", Answer.NO),
            tuple("security-cache", "security-web", "tcp 6379", Answer.NO),
            tuple("network-endpoint", "10.0.0.0/16", "tcp 443", Answer.NO));
  }

  @Test
  void onlyTheLoadBalancerIsReachedFromTheInternet() {
    for (ResourceGraph graph : new ResourceGraph[] {Stacks.prod(), Stacks.dev()}) {
      assertThat(Reachability.of(graph).onlyLoadBalancersAreReachable()).isEqualTo(Answer.YES);
      assertThat(Reachability.of(graph).fromInternet())
          .extracting(Way::group)
          .containsOnly("security-load-balancer");
    }
  }

  @Test
  void anOpenGroupAloneExposesNoDatabaseInPrivateSubnets() {
    Reachability open =
        after(Mutation.set(INGRESS, "security-web-to-database", "cidrIpv4", "0.0.0.0/0"));

    assertThat(open.onlyLoadBalancersAreReachable()).isEqualTo(Answer.YES);
  }

  @Test
  void aPublicDatabaseInPublicSubnetsIsExposedByAnOpenGroup() {
    Reachability open =
        after(
            Mutation.set(INGRESS, "security-web-to-database", "cidrIpv4", "0.0.0.0/0")
                .then(Mutation.set(DATABASE, "*", "publiclyAccessible", true))
                .then(
                    Mutation.point(
                        "aws:rds/subnetGroup:SubnetGroup",
                        "*",
                        "subnetIds",
                        "::network-public-a")));

    assertThat(open.onlyLoadBalancersAreReachable()).isEqualTo(Answer.NO);
  }

  @Test
  void webServersWithPublicAddressesAreExposedToTheRangesThatTheirGroupNames() {
    Reachability open =
        after(
            Mutation.set(INGRESS, "security-load-balancer-to-web", "cidrIpv4", "203.0.113.0/24")
                .then(
                    Mutation.setFirst(
                        TEMPLATE,
                        "web-template",
                        "networkInterfaces",
                        "associatePublicIpAddress",
                        "true"))
                .then(
                    Mutation.point(
                        "aws:autoscaling/group:Group",
                        "web",
                        "vpcZoneIdentifiers",
                        "::network-public-a")));

    assertThat(open.fromInternet())
        .extracting(Way::group, Way::source, Way::fromInternet)
        .contains(tuple("security-web", "203.0.113.0/24", Answer.YES));
    assertThat(open.onlyLoadBalancersAreReachable()).isEqualTo(Answer.NO);
  }

  @Test
  void anInternalLoadBalancerIsNotReachedFromTheInternet() {
    Reachability internal =
        after(Mutation.set("aws:lb/loadBalancer:LoadBalancer", "*", "internal", true));

    assertThat(internal.fromInternet()).isEmpty();
  }

  @Test
  void aMemberOfAnUnheardOfKindMayBeExposed() {
    String group =
        Stacks.prod()
            .find("aws:ec2/securityGroup:SecurityGroup", "security-load-balancer")
            .orElseThrow()
            .urn();
    Reachability reachability =
        after(
            Mutation.add(
                "aws:emr/cluster:Cluster",
                "broker",
                Map.of(),
                new Reference("securityGroups[0]", group, "id", true)));

    assertThat(reachability.onlyLoadBalancersAreReachable()).isNotEqualTo(Answer.YES);
  }

  @Test
  void rangesOfOnesOwnAreInside() {
    assertThat(Addresses.isOutside("10.1.2.0/24")).isFalse();
    assertThat(Addresses.isOutside("172.16.0.0/12")).isFalse();
    assertThat(Addresses.isOutside("192.168.1.1/32")).isFalse();
    assertThat(Addresses.isOutside("fd00::/8")).isFalse();
    assertThat(Addresses.isOutside("10.0.0.0/7")).isTrue();
    assertThat(Addresses.isOutside("203.0.113.7/32")).isTrue();
    assertThat(Addresses.isOutside("::/0")).isTrue();
    assertThat(Addresses.isOutside("no range")).isTrue();
  }
}
