package dev.mainstay.posture.vpc;

import static dev.mainstay.posture.Verdicts.node;
import static dev.mainstay.posture.Verdicts.to;
import static dev.mainstay.posture.model.Judge.NOT_YET_KNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.Verdicts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ranges that together are the internet, or so much of it that they name no one. */
class OpenRangesTest {
  private static final String GROUP = "aws:ec2/securityGroup:SecurityGroup";
  private static final ResourceNode DATABASE_GROUP = node(GROUP, "db", Map.of("description", "x"));

  private static ResourceNode rule(String name, String property, Object value) {
    return node(
        "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
        name,
        Map.of("ipProtocol", "tcp", "fromPort", 5432L, "toPort", 5432L, property, value),
        to("securityGroupId", DATABASE_GROUP));
  }

  private static String ingress(ResourceNode... rules) {
    var all = new java.util.ArrayList<>(List.of(rules));
    all.add(DATABASE_GROUP);
    return Verdicts.of("SG ingress", all.toArray(ResourceNode[]::new)).split(" ", 2)[0];
  }

  @ParameterizedTest
  @CsvSource({
    "cidrIpv4,0.0.0.0/0,FAILED",
    "cidrIpv4,0.0.0.0/1,FAILED",
    "cidrIpv4,8.0.0.0/7,FAILED",
    "cidrIpv4,17.0.0.0/8,PASSED",
    "cidrIpv4,203.0.113.0/24,PASSED",
    "cidrIpv4,10.0.0.0/8,PASSED",
    "cidrIpv6,::/0,FAILED",
    "cidrIpv6,0:0:0:0:0:0:0:0/0,FAILED",
    "cidrIpv6,2000::/3,FAILED",
    "cidrIpv6,2001:db8::/32,PASSED",
    "cidrIpv6,fc00::/7,PASSED"
  })
  void aRangeLargerThanAnyOrganisationsIsTheInternet(String property, String cidr, String status) {
    assertThat(ingress(rule("one", property, cidr))).isEqualTo(status);
  }

  @Test
  void rangesOfSeveralRulesAreCountedTogether() {
    ResourceNode first = rule("first", "cidrIpv4", "3.0.0.0/8");
    ResourceNode second = rule("second", "cidrIpv4", "4.0.0.0/8");

    assertThat(ingress(first)).isEqualTo("PASSED");
    assertThat(ingress(first, second)).isEqualTo("FAILED");
  }

  @Test
  void theSameRangeTwiceIsCountedOnce() {
    assertThat(
            ingress(
                rule("first", "cidrIpv4", "3.0.0.0/8"), rule("second", "cidrIpv4", "3.0.0.0/8")))
        .isEqualTo("PASSED");
  }

  @Test
  void aWideRuleIsNotBlamedForANarrowOneThatIsOpen() {
    ResourceNode web = node(GROUP, "lb", Map.of("description", "x"));
    ResourceNode balancer =
        node("aws:lb/loadBalancer:LoadBalancer", "lb", Map.of(), to("securityGroups[0]", web));
    ResourceNode open =
        node(
            "aws:ec2/securityGroupRule:SecurityGroupRule",
            "open",
            Map.of(
                "type",
                "ingress",
                "protocol",
                "6",
                "fromPort",
                443L,
                "toPort",
                443L,
                "cidrBlocks",
                List.of("0.0.0.0/0")),
            to("securityGroupId", web));
    ResourceNode office =
        node(
            "aws:ec2/securityGroupRule:SecurityGroupRule",
            "office",
            Map.of(
                "type",
                "ingress",
                "protocol",
                "tcp",
                "fromPort",
                0L,
                "toPort",
                65535L,
                "cidrBlocks",
                List.of("203.0.113.0/24")),
            to("securityGroupId", web));

    assertThat(Verdicts.of("SG ingress", web, balancer, open, office)).isEqualTo("PASSED");
  }

  @Test
  void quicOnTheLoadBalancersPortIsNotTheWeb() {
    ResourceNode web = node(GROUP, "lb", Map.of("description", "x"));
    ResourceNode balancer =
        node("aws:lb/loadBalancer:LoadBalancer", "lb", Map.of(), to("securityGroups[0]", web));
    ResourceNode udp =
        node(
            "aws:ec2/securityGroupRule:SecurityGroupRule",
            "udp",
            Map.of(
                "type",
                "ingress",
                "protocol",
                "udp",
                "fromPort",
                443L,
                "toPort",
                443L,
                "cidrBlocks",
                List.of("0.0.0.0/0")),
            to("securityGroupId", web));

    assertThat(Verdicts.of("SG ingress", web, balancer, udp)).startsWith("FAILED");
  }

  private static final String LIST = "aws:ec2/managedPrefixList:ManagedPrefixList";

  private static ResourceNode byList(ResourceNode list) {
    return node(
        "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
        "rule",
        Map.of("ipProtocol", "tcp", "fromPort", 22L, "toPort", 22L, "prefixListId", "pl-1"),
        to("securityGroupId", DATABASE_GROUP),
        to("prefixListId", list));
  }

  @Test
  void aPrefixListOfTheStackIsReadWithItsEntries() {
    ResourceNode office =
        node(LIST, "list", Map.of("entries", List.of(Map.of("cidr", "203.0.113.0/24"))));
    ResourceNode world =
        node(
            "aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry",
            "entry",
            Map.of("cidr", "0.0.0.0/0"),
            to("prefixListId", office));

    assertThat(ingress(office, byList(office))).isEqualTo("PASSED");
    assertThat(ingress(office, byList(office), world)).isEqualTo("FAILED");
  }

  @Test
  void whatIsInAPrefixListOfSomebodyElseIsNotKnown() {
    assertThat(ingress(rule("rule", "prefixListId", "pl-6da54004"))).isEqualTo("UNKNOWN");
    assertThat(
            ingress(
                node(LIST, "list", Map.of("entries", NOT_YET_KNOWN)),
                byList(node(LIST, "list", Map.of("entries", NOT_YET_KNOWN)))))
        .isEqualTo("UNKNOWN");
  }

  @Test
  void egressByHalvesIsEgressToTheInternet() {
    ResourceNode half =
        node(
            "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
            "half",
            Map.of("ipProtocol", "-1", "cidrIpv4", "128.0.0.0/1"),
            to("securityGroupId", DATABASE_GROUP));

    assertThat(Verdicts.of("SG egress", DATABASE_GROUP, half))
        .isEqualTo("FAILED [half: egress to the internet is on ports 80 and 443 only]");
  }

  private static String defaultGroup(ResourceNode... more) {
    ResourceNode vpc = node("aws:ec2/vpc:Vpc", "vpc", Map.of());
    var all = new java.util.ArrayList<>(List.of(more));
    all.add(vpc);
    return Verdicts.of("Default SG empty", all.toArray(ResourceNode[]::new)).split(" ", 2)[0];
  }

  @Test
  void theDefaultGroupIsEmptyOnlyWithoutRulesByEitherOfItsNames() {
    ResourceNode vpc = node("aws:ec2/vpc:Vpc", "vpc", Map.of());
    ResourceNode group =
        node("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "d", Map.of(), to("vpcId", vpc));
    ResourceNode byVpc =
        node(
            "aws:ec2/securityGroupRule:SecurityGroupRule",
            "rule",
            Map.of("type", "egress"),
            to("securityGroupId", vpc));
    ResourceNode byGroup =
        node(
            "aws:ec2/securityGroupRule:SecurityGroupRule",
            "rule",
            Map.of("type", "egress"),
            to("securityGroupId", group));

    assertThat(defaultGroup()).isEqualTo("FAILED");
    assertThat(defaultGroup(group)).isEqualTo("PASSED");
    assertThat(defaultGroup(group, byVpc)).isEqualTo("FAILED");
    assertThat(defaultGroup(group, byGroup)).isEqualTo("FAILED");
  }

  @Test
  void aDefaultSubnetHandsOutPublicAddressesUnlessToldNotTo() {
    String type = "aws:ec2/defaultSubnet:DefaultSubnet";

    assertThat(Verdicts.of("No auto public IP", node(type, "s", Map.of())))
        .isEqualTo("FAILED [s: mapPublicIpOnLaunch is false]");
    assertThat(
            Verdicts.of("No auto public IP", node(type, "s", Map.of("mapPublicIpOnLaunch", false))))
        .isEqualTo("PASSED");
  }

  @Test
  void flowLogsOfEverySubnetLogTheVpc() {
    ResourceNode vpc = node("aws:ec2/vpc:Vpc", "vpc", Map.of());
    ResourceNode a = node("aws:ec2/subnet:Subnet", "a", Map.of(), to("vpcId", vpc));
    ResourceNode b = node("aws:ec2/subnet:Subnet", "b", Map.of(), to("vpcId", vpc));
    ResourceNode ofA = flowLog(a, "ALL");

    assertThat(Verdicts.of("Flow logs", vpc, a, b, ofA)).startsWith("FAILED");
    assertThat(Verdicts.of("Flow logs", vpc, a, b, ofA, flowLog(b, "REJECT"))).isEqualTo("PASSED");
    assertThat(Verdicts.of("Flow logs", vpc, a, b, ofA, flowLog(b, "ACCEPT"))).startsWith("FAILED");
  }

  private static ResourceNode flowLog(ResourceNode subnet, String traffic) {
    return node(
        "aws:ec2/flowLog:FlowLog",
        "of-" + subnet.name(),
        Map.of("trafficType", traffic),
        to("subnetId", subnet));
  }

  @Test
  void anEndpointWithoutSubnetsOrRouteTablesServesNobody() {
    ResourceNode vpc = node("aws:ec2/vpc:Vpc", "vpc", Map.of());
    ResourceNode s3 =
        node(
            "aws:ec2/vpcEndpoint:VpcEndpoint",
            "s3",
            Map.of("serviceName", "com.amazonaws.eu-central-1.s3"),
            to("vpcId", vpc));
    ResourceNode association =
        node(
            "aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation",
            "association",
            Map.of(),
            to("vpcEndpointId", s3));

    assertThat(Verdicts.of("VPC endpoints", vpc, s3)).contains("gateway endpoint for s3");
    assertThat(Verdicts.of("VPC endpoints", vpc, s3, association))
        .doesNotContain("gateway endpoint for s3");
  }
}
