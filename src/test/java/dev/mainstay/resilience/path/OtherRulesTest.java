package dev.mainstay.resilience.path;

import static dev.mainstay.resilience.OtherStacks.DATABASE;
import static dev.mainstay.resilience.OtherStacks.SECURITY_GROUP;
import static dev.mainstay.resilience.OtherStacks.open;
import static dev.mainstay.resilience.OtherStacks.servers;
import static dev.mainstay.resilience.OtherStacks.twoServers;
import static dev.mainstay.resilience.OtherStacks.why;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.resilience.GraphBuilder;
import dev.mainstay.resilience.Mutation;
import dev.mainstay.resilience.Prod;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether the security groups of other programs let requests through. */
class OtherRulesTest {
  private static final String LET_THROUGH =
      "Routes, network ACLs, listeners and security groups carry requests to the data.";
  private static final String NOT_KNOWN =
      "Whether security group rules allow traffic from `targets` to `db` on port 5432 is not known.";
  private static final String CUT =
      "No security group rule allows traffic from `targets` to `db` on port 5432.";

  /** What is said of a database whose group has one inline rule. */
  private static List<String> databaseWith(Map<String, Object> ingress) {
    return why(guarded(twoServers(), ingress), "Normal operation");
  }

  private static ResourceGraph guarded(GraphBuilder graph, Map<String, Object> ingress) {
    return subnetGroup(graph.add(SECURITY_GROUP, "db-sg", Map.of("ingress", List.of(ingress))))
        .add(DATABASE, "db", inSubnets("@db-sg"))
        .build();
  }

  private static GraphBuilder subnetGroup(GraphBuilder graph) {
    return graph.add(
        "aws:rds/subnetGroup:SubnetGroup",
        "db-subnets",
        Map.of("subnetIds", List.of("@private-a", "@private-b")));
  }

  private static Map<String, Object> inSubnets(String group) {
    return Map.of(
        "engine",
        "postgres",
        "multiAz",
        true,
        "dbSubnetGroupName",
        "@db-subnets",
        "vpcSecurityGroupIds",
        List.of(group));
  }

  private static Map<String, Object> from(String peers, Object value) {
    return Map.of("protocol", "tcp", "fromPort", 5432L, "toPort", 5432L, peers, value);
  }

  @Test
  void aRuleThatNamesAGroupOfSomebodyElseIsNotUnderstood() {
    assertThat(databaseWith(from("securityGroups", List.of("sg-0123456789abcdef0"))))
        .containsExactly(NOT_KNOWN);
  }

  @Test
  void aRuleForAnotherGroupIsNoWay() {
    assertThat(databaseWith(from("securityGroups", List.of("@lb-sg")))).containsExactly(CUT);
  }

  @Test
  void aRuleForTheWayOutIsNoWayIn() {
    var graph =
        subnetGroup(twoServers())
            .add(SECURITY_GROUP, "db-sg", Map.of())
            .add(
                "aws:ec2/securityGroupRule:SecurityGroupRule",
                "db-out",
                Map.of(
                    "type", "egress",
                    "securityGroupId", "@db-sg",
                    "protocol", "-1",
                    "cidrBlocks", List.of("0.0.0.0/0")))
            .add(DATABASE, "db", inSubnets("@db-sg"));

    assertThat(why(graph.build(), "Normal operation")).containsExactly(CUT);
  }

  @Test
  void aRuleThatNamesAListOfPrefixesIsNotUnderstood() {
    assertThat(databaseWith(from("prefixListIds", List.of("pl-1")))).containsExactly(NOT_KNOWN);
  }

  @Test
  void ofSeveralPeersInOneRuleEachGetsThrough() {
    var rule = new HashMap<>(from("securityGroups", List.of("sg-0123456789abcdef0")));
    rule.put("prefixListIds", List.of("pl-1"));
    rule.put("cidrBlocks", List.of("10.9.0.0/16", "10.1.0.0/16"));

    assertThat(databaseWith(rule)).containsExactly(LET_THROUGH);
  }

  @ParameterizedTest
  @CsvSource({"10.1.0.0/16", "0.0.0.0/0", "10.1.10.0/23"})
  void aRangeThatHoldsTheSubnetsOfTheOtherSideLetsThemThrough(String range) {
    assertThat(databaseWith(open("tcp", 5432, 5432, range))).containsExactly(LET_THROUGH);
  }

  @Test
  void aRangeThatHoldsNoneOfTheSubnetsIsNoWay() {
    assertThat(databaseWith(open("tcp", 5432, 5432, "10.2.0.0/16"))).containsExactly(CUT);
  }

  @Test
  void aRangeThatHoldsOneOfTheSubnetsLetsInTheServersThere() {
    assertThat(databaseWith(open("tcp", 5432, 5432, "10.1.10.0/24")))
        .containsExactly(
            "Security group rules allow traffic from `targets` to `db` on port 5432 in some subnets"
                + " only.");
  }

  @Test
  void twoRangesThatTogetherHoldTheSubnetsLetAllIn() {
    assertThat(
            databaseWith(
                Map.of(
                    "protocol",
                    "tcp",
                    "fromPort",
                    5432L,
                    "toPort",
                    5432L,
                    "cidrBlocks",
                    List.of("10.1.10.0/24", "10.1.11.0/24"))))
        .containsExactly(LET_THROUGH);
  }

  @Test
  void aRangeThatHoldsPartOfASubnetIsNotKnownToHoldTheServers() {
    assertThat(databaseWith(open("tcp", 5432, 5432, "10.1.10.0/25"))).containsExactly(NOT_KNOWN);
  }

  @Test
  void aRangeThatIsNotReadableIsNotUnderstood() {
    assertThat(databaseWith(open("tcp", 5432, 5432, "to-be-known"))).containsExactly(NOT_KNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "tcp, 5432, 5432",
    "6, 5432, 5432",
    "tcp, 0, 5432",
    "tcp, 5432, 65535",
    "-1, 0, 0",
    "all, 0, 0"
  })
  void aRuleCoversThePortsFromItsFirstToItsLast(String protocol, long from, long to) {
    assertThat(databaseWith(open(protocol, from, to, "0.0.0.0/0"))).containsExactly(LET_THROUGH);
  }

  @ParameterizedTest
  @CsvSource({"tcp, 5433, 65535", "tcp, 0, 5431", "udp, 5432, 5432", "icmp, -1, -1"})
  void otherPortsAndProtocolsAreNoWay(String protocol, long from, long to) {
    assertThat(databaseWith(open(protocol, from, to, "0.0.0.0/0"))).containsExactly(CUT);
  }

  @Test
  void aRuleWithoutPortsOpensNone() {
    assertThat(databaseWith(Map.of("protocol", "tcp", "cidrBlocks", List.of("0.0.0.0/0"))))
        .containsExactly(CUT);
  }

  @Test
  void membersOfOneGroupReachEachOtherByARuleForItself() {
    var ingress = new HashMap<>(from("self", true));
    ResourceGraph apart = guarded(twoServers(), ingress);
    ResourceGraph together =
        subnetGroup(twoServers())
            .add(
                "aws:ec2/securityGroupRule:SecurityGroupRule",
                "among-themselves",
                Map.of(
                    "type",
                    "ingress",
                    "securityGroupId",
                    "@web-sg",
                    "protocol",
                    "tcp",
                    "fromPort",
                    5432L,
                    "toPort",
                    5432L,
                    "self",
                    true))
            .add(DATABASE, "db", inSubnets("@web-sg"))
            .build();

    assertThat(why(apart, "Normal operation")).containsExactly(CUT);
    assertThat(why(together, "Normal operation")).containsExactly(LET_THROUGH);
  }

  @Test
  void aServerIsReachedOnThePortThatItsAttachmentNames() {
    ResourceGraph graph =
        servers()
            .add(
                "aws:ec2/instance:Instance",
                "web1",
                Map.of("subnetId", "@private-a", "vpcSecurityGroupIds", List.of("@web-sg")))
            .add(
                "aws:alb/targetGroupAttachment:TargetGroupAttachment",
                "web1",
                Map.of("targetGroupArn", "@targets", "targetId", "@web1", "port", 9000L))
            .build();

    assertThat(why(graph, "Normal operation"))
        .containsExactly(
            "No security group rule allows traffic from `lb` to `targets` on port 9000.");
  }

  @Test
  void addressesThatSubnetsDoNotSayAreNotKnownToBeHeld() {
    ResourceGraph graph =
        Mutation.of(guarded(twoServers(), open("tcp", 5432, 5432, "10.1.0.0/16")))
            .set(Prod.SUBNET, "private-b", "cidrBlock", null)
            .graph();

    assertThat(why(graph, "Normal operation")).containsExactly(NOT_KNOWN);
  }
}
