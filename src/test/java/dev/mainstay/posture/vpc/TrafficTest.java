package dev.mainstay.posture.vpc;

import static dev.mainstay.posture.Verdicts.node;
import static dev.mainstay.posture.Verdicts.to;
import static dev.mainstay.posture.model.Judge.NOT_YET_KNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.Verdicts;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules of security groups, in every form in which a program can write them. */
public class TrafficTest {
  private static final String GROUP = "aws:ec2/securityGroup:SecurityGroup";
  private static final String OUT =
      "FAILED [it: egress to the internet is on ports 80 and 443 only]";
  private static final String IN =
      "[it: only ports 80 and 443 of load balancers are open to the internet]";
  private static final String REMOTE =
      "[it: Remote Desktop and SSH are closed to public addresses]";

  private static ResourceNode inline(String direction, Object rules) {
    return node(GROUP, "it", Map.of("description", "x", direction, rules));
  }

  private static Map<String, Object> rule(
      Object protocol, Object from, Object to, Object... cidrs) {
    return new TreeMap<>(
        Map.of(
            "protocol",
            protocol,
            "fromPort",
            from,
            "toPort",
            to,
            "cidrBlocks",
            List.of(cidrs),
            "description",
            "x"));
  }

  private static String management(Map<String, Object> rule) {
    return Verdicts.of("Management", inline("ingress", List.of(rule)));
  }

  @ParameterizedTest
  @CsvSource({"tcp,22,22", "6,22,22", "udp,3389,3389", "17,0,65535", "TCP,3389,3389", "tcp,20,22"})
  void remoteAccessIsTcpOrUdpByNameOrNumber(String protocol, long from, long to) {
    assertThat(management(rule(protocol, from, to, "203.0.113.0/24")))
        .isEqualTo("FAILED " + REMOTE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "all", "ALL"})
  void aRuleForEverythingOpensRemoteAccessWhateverPortsItNames(String protocol) {
    assertThat(management(rule(protocol, 0L, 0L, "203.0.113.0/24"))).isEqualTo("FAILED " + REMOTE);
    assertThat(
            Verdicts.of("SG egress", inline("egress", List.of(rule(protocol, 443L, 443L, "::/0")))))
        .isEqualTo(OUT);
  }

  @ParameterizedTest
  @CsvSource({"icmp,0,255", "tcp,23,3388", "tcp,3390,65535", "tcp,0,21"})
  void otherTrafficIsNoRemoteAccess(String protocol, long from, long to) {
    assertThat(management(rule(protocol, from, to, "203.0.113.0/24"))).isEqualTo("PASSED");
  }

  @Test
  void remoteAccessFromInsideIsClosedToTheOutside() {
    assertThat(management(rule("tcp", 22L, 22L, "10.1.0.0/16", "fd00::/8"))).isEqualTo("PASSED");
    assertThat(management(rule("tcp", 22L, 22L, "10.1.0.0/16", "203.0.113.7/32")))
        .isEqualTo("FAILED " + REMOTE);
    assertThat(Verdicts.of("Management", inline("egress", List.of(rule("tcp", 22L, 22L, "::/0")))))
        .isEqualTo("PASSED");
  }

  @Test
  void aRuleThatIsNotToldMayOpenAnything() {
    for (Object rules : List.of(NOT_YET_KNOWN, List.of(NOT_YET_KNOWN))) {
      assertThat(Verdicts.of("Management", inline("ingress", rules)))
          .isEqualTo("UNKNOWN " + REMOTE);
      assertThat(Verdicts.of("SG ingress", inline("ingress", rules))).isEqualTo("UNKNOWN " + IN);
      assertThat(Verdicts.of("SG egress", inline("egress", rules)))
          .isEqualTo(OUT.replace("FAILED", "UNKNOWN"));
      assertThat(Verdicts.of("Descriptions", inline("egress", rules))).isEqualTo("PASSED");
    }
  }

  @Test
  void portsAndAddressesMayBeUntoldByThemselves() {
    assertThat(management(rule("tcp", NOT_YET_KNOWN, 22L, "::/0"))).isEqualTo("UNKNOWN " + REMOTE);
    assertThat(management(rule("tcp", 22L, NOT_YET_KNOWN, "::/0"))).isEqualTo("UNKNOWN " + REMOTE);
    assertThat(management(rule(NOT_YET_KNOWN, 1L, 2L, "::/0"))).isEqualTo("UNKNOWN " + REMOTE);
    assertThat(management(rule("tcp", 22L, 22L, NOT_YET_KNOWN))).isEqualTo("UNKNOWN " + REMOTE);
    assertThat(management(rule("tcp", 22L, 22L, NOT_YET_KNOWN, "::/0")))
        .isEqualTo("FAILED " + REMOTE);
    assertThat(management(rule("tcp", NOT_YET_KNOWN, 22L, "10.0.0.0/8"))).isEqualTo("PASSED");
  }

  @ParameterizedTest
  @CsvSource({"80,80", "443,443"})
  void theWebMayBeReachedFromEverywhere(long from, long to) {
    assertThat(Verdicts.of("SG egress", inline("egress", List.of(rule("tcp", from, to, "::/0")))))
        .isEqualTo("PASSED");
  }

  @ParameterizedTest
  @CsvSource({"80,443", "443,444", "81,81", "0,65535"})
  void otherPortsOfTheWorldAreNotReached(long from, long to) {
    assertThat(
            Verdicts.of("SG egress", inline("egress", List.of(rule("tcp", from, to, "0.0.0.0/0")))))
        .isEqualTo(OUT);
    assertThat(
            Verdicts.of(
                "SG egress", inline("egress", List.of(rule("tcp", from, to, "10.0.0.0/8")))))
        .isEqualTo("PASSED");
  }

  @Test
  void onlyALoadBalancerIsOpenToEverybody() {
    ResourceNode open = inline("ingress", List.of(rule("tcp", 443L, 443L, "0.0.0.0/0")));
    ResourceNode balancer =
        node("aws:lb/loadBalancer:LoadBalancer", "lb", Map.of(), to("securityGroups[0]", open));
    ResourceNode server =
        node("aws:ec2/instance:Instance", "vm", Map.of(), to("vpcSecurityGroupIds[0]", open));
    ResourceNode endpoint =
        node("aws:ec2/vpcEndpoint:VpcEndpoint", "e", Map.of(), to("subnetIds[0]", open));

    assertThat(Verdicts.of("SG ingress", open, balancer)).isEqualTo("PASSED");
    assertThat(Verdicts.of("SG ingress", open, balancer, endpoint)).isEqualTo("PASSED");
    assertThat(Verdicts.of("SG ingress", open, balancer, server)).isEqualTo("FAILED " + IN);
    assertThat(Verdicts.of("SG ingress", open)).isEqualTo("FAILED " + IN);
  }

  @ParameterizedTest
  @CsvSource({
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule,ingress,FAILED,PASSED",
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule,egress,PASSED,FAILED",
    "aws:ec2/securityGroupRule:SecurityGroupRule,ingress,FAILED,PASSED",
    "aws:ec2/securityGroupRule:SecurityGroupRule,egress,PASSED,FAILED"
  })
  void aRuleOfItsOwnGoesOneWay(String type, String direction, String in, String out) {
    ResourceNode rule =
        node(
            type,
            "it",
            Map.of("type", direction, "cidrIpv6", "::/0", "ipProtocol", "-1", "description", " "));

    assertThat(Verdicts.of("SG ingress", rule)).startsWith(in);
    assertThat(Verdicts.of("SG egress", rule)).startsWith(out);
    assertThat(Verdicts.of("Descriptions", rule))
        .isEqualTo("FAILED [it: every rule has a description]");
  }

  @Test
  void aGroupIsAttachedByWhatIsInItAndNotByRules() {
    ResourceNode group = node(GROUP, "it", Map.of("description", "x"));
    ResourceNode rule =
        node(
            "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
            "rule",
            Map.of(),
            to("securityGroupId", group));

    assertThat(Verdicts.of("SG attached", group, rule))
        .isEqualTo("FAILED [it: a resource uses it]");
  }
}
