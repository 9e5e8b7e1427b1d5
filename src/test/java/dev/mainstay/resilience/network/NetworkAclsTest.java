package dev.mainstay.resilience.network;

import static dev.mainstay.resilience.OtherStacks.database;
import static dev.mainstay.resilience.OtherStacks.twoServers;
import static dev.mainstay.resilience.OtherStacks.why;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.resilience.GraphBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Network ACLs around servers: stateless, both directions, in the order of their numbers. */
class NetworkAclsTest {
  private static final String WORKS =
      "Routes, network ACLs, listeners and security groups carry requests to the data.";
  private static final String FROM_BALANCER =
      "Network ACL `acl` drops traffic from `lb` to `targets` on port 8080, or its answers.";
  private static final String TO_DATABASE =
      "Network ACL `acl` drops traffic from `targets` to `db` on port 5432, or its answers.";
  private static final List<Map<String, Object>> ALL = List.of(rule(100, "allow", "-1", 0, 0));

  private static Map<String, Object> rule(
      long number, String action, String protocol, long from, long to) {
    return rule(number, action, protocol, from, to, "0.0.0.0/0");
  }

  private static Map<String, Object> rule(
      long number, String action, String protocol, long from, long to, String range) {
    return Map.of(
        "ruleNo", number,
        "action", action,
        "protocol", protocol,
        "fromPort", from,
        "toPort", to,
        "cidrBlock", range);
  }

  private static List<Map<String, Object>> rules(List<?>... rules) {
    var all = new ArrayList<Map<String, Object>>();
    for (List<?> each : rules) {
      all.add(
          rule(
              ((Number) each.get(0)).longValue(),
              each.get(1).toString(),
              "tcp",
              ((Number) each.get(2)).longValue(),
              ((Number) each.get(3)).longValue()));
    }
    return all;
  }

  private static GraphBuilder stack() {
    return database(twoServers(), Map.of("multiAz", true, "backupRetentionPeriod", 7L));
  }

  private static List<String> said(List<?> ingress, List<?> egress, String... subnets) {
    var graph =
        stack()
            .add(
                "aws:ec2/networkAcl:NetworkAcl",
                "acl",
                Map.of(
                    "vpcId",
                    "@vpc",
                    "subnetIds",
                    List.of(subnets),
                    "ingress",
                    ingress,
                    "egress",
                    egress));
    return why(graph.build(), "Normal operation");
  }

  @Test
  void answersToServersNeedAnIngressRuleOfTheirOwn() {
    assertThat(said(rules(List.of(100, "allow", 8080, 8080)), ALL, "@private-a", "@private-b"))
        .containsExactly(TO_DATABASE + " This holds for some subnets or ports.");
    assertThat(
            said(
                rules(
                    List.of(100, "allow", 8080, 8080),
                    List.of(110, "allow", 5432, 5432),
                    List.of(120, "allow", 32768, 65535)),
                ALL,
                "@private-a",
                "@private-b"))
        .containsExactly(WORKS);
  }

  @Test
  void answersToTheLoadBalancerNeedAnEgressRuleForItsPorts() {
    assertThat(said(ALL, rules(List.of(100, "allow", 5432, 5432)), "@private-a", "@private-b"))
        .contains(FROM_BALANCER);
    assertThat(said(ALL, rules(List.of(100, "allow", 1024, 65535)), "@private-a", "@private-b"))
        .containsExactly(WORKS);
    assertThat(
            said(
                ALL,
                rules(List.of(100, "allow", 5432, 5432), List.of(110, "allow", 32768, 65535)),
                "@private-a",
                "@private-b"))
        .containsExactly(
            "Network ACL `acl` drops traffic from `lb` to `targets` on port 8080, or its answers."
                + " This holds for some subnets or ports.");
  }

  @Test
  void theRuleWithTheLowestNumberDecides() {
    var deny = rule(90, "deny", "tcp", 8080, 8080);
    var late = rule(200, "deny", "tcp", 8080, 8080);

    assertThat(said(List.of(ALL.get(0), deny), ALL, "@private-a", "@private-b"))
        .contains(FROM_BALANCER);
    assertThat(said(List.of(late, ALL.get(0)), ALL, "@private-a", "@private-b"))
        .containsExactly(WORKS);
  }

  @Test
  void rulesForOtherProtocolsAndAddressesDoNotCount() {
    assertThat(said(List.of(rule(100, "allow", "udp", 0, 65535)), ALL, "@private-a", "@private-b"))
        .contains(FROM_BALANCER);
    assertThat(
            said(
                List.of(rule(100, "allow", "tcp", 0, 65535, "10.9.0.0/16")),
                ALL,
                "@private-a",
                "@private-b"))
        .contains(FROM_BALANCER);
    assertThat(
            said(
                List.of(rule(100, "allow", "6", 0, 65535, "10.1.0.0/16")),
                ALL,
                "@private-a",
                "@private-b"))
        .containsExactly(WORKS);
  }

  @Test
  void anAclOfOneZoneCutsTheServersThere() {
    assertThat(said(List.of(), List.of(), "@private-b"))
        .containsExactly(
            FROM_BALANCER + " This holds for some subnets or ports.",
            TO_DATABASE + " This holds for some subnets or ports.");
  }

  @Test
  void anAclOfTheLoadBalancersSubnetsLetsInClientsAndTheirAnswersOut() {
    String cut = "No subnet of the load balancer answers clients.";
    assertThat(said(rules(List.of(100, "allow", 443, 443)), ALL, "@public-a", "@public-b"))
        .contains(cut);
    assertThat(said(ALL, rules(List.of(100, "allow", 8080, 8080)), "@public-a", "@public-b"))
        .contains(cut);
    assertThat(
            said(
                rules(List.of(100, "allow", 80, 80), List.of(110, "allow", 1024, 65535)),
                rules(List.of(100, "allow", 1024, 65535)),
                "@public-a",
                "@public-b"))
        .containsExactly(WORKS);
  }

  @Test
  void aDeniedRangeOfClientsLeavesTheOthers() {
    var blocked = rule(50, "deny", "tcp", 0, 65535, "198.51.100.0/24");

    assertThat(said(List.of(blocked, ALL.get(0)), ALL, "@public-a", "@public-b"))
        .containsExactly(WORKS);
  }

  @ParameterizedTest
  @CsvSource({
    "aws:ec2/networkAclRule:NetworkAclRule, true",
    "aws:ec2/networkAclRule:NetworkAclRule, false"
  })
  void rulesOfTheirOwnBelongToTheirAcl(String type, boolean egress) {
    var graph =
        stack()
            .add("aws:ec2/networkAcl:NetworkAcl", "acl", Map.of("vpcId", "@vpc"))
            .add(
                "aws:ec2/networkAclAssociation:NetworkAclAssociation",
                "a",
                Map.of("networkAclId", "@acl", "subnetId", "@private-a"))
            .add(
                "aws:ec2/networkAclAssociation:NetworkAclAssociation",
                "b",
                Map.of("networkAclId", "@acl", "subnetId", "@private-b"));
    for (boolean direction : List.of(true, egress)) {
      graph.add(
          type,
          direction + "-rule",
          Map.of(
              "networkAclId", "@acl",
              "egress", direction,
              "ruleNumber", 100L,
              "ruleAction", "allow",
              "protocol", "-1",
              "cidrBlock", "0.0.0.0/0"));
    }

    assertThat(why(graph.build(), "Normal operation"))
        .isEqualTo(
            egress
                ? List.of(FROM_BALANCER, TO_DATABASE + " This holds for some subnets or ports.")
                : List.of(WORKS));
  }

  @Test
  void anAdoptedDefaultAclWithoutRulesDropsEverything() {
    var graph =
        stack()
            .add(
                "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl",
                "acl",
                Map.of("defaultNetworkAclId", "@vpc"));

    assertThat(why(graph.build(), "Normal operation")).contains(FROM_BALANCER);
  }
}
