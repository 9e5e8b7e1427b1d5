package dev.mainstay.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.pulumi.core.Output;
import dev.mainstay.Deployed;
import dev.mainstay.graph.ResourceNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecurityGroupsTest {
  private static final String INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
  private static final String EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

  private static final String GROUP = "aws:ec2/securityGroup:SecurityGroup";

  private final SecurityGroupsArgs args = new SecurityGroupsArgs().vpcId(Output.of("vpc-1"));

  private Deployed deployed() {
    return Deployed.by(() -> new SecurityGroups("security", args, null));
  }

  private static String group(Deployed deployed, ResourceNode rule, String path) {
    return deployed.graph().referenced(rule, path).stream()
        .map(ResourceNode::name)
        .findFirst()
        .orElse("");
  }

  private List<org.assertj.core.groups.Tuple> rules(String type) {
    Deployed deployed = deployed();
    return deployed.all(type).stream()
        .map(
            rule ->
                tuple(
                    group(deployed, rule, "securityGroupId"),
                    rule.text("cidrIpv4", "") + group(deployed, rule, "referencedSecurityGroupId"),
                    rule.number("fromPort", 0),
                    rule.number("toPort", 0)))
        .toList();
  }

  @Test
  void eachTierIsReachedByTheOneInFrontOfItAlone() {
    assertThat(rules(INGRESS))
        .containsExactlyInAnyOrder(
            tuple("security-load-balancer", "0.0.0.0/0", 443L, 443L),
            tuple("security-load-balancer", "0.0.0.0/0", 80L, 80L),
            tuple("security-web", "security-load-balancer", 443L, 443L),
            tuple("security-database", "security-web", 5432L, 5432L),
            tuple("security-cache", "security-web", 6379L, 6379L));
  }

  @Test
  void eachTierReachesNoMoreThanItMust() {
    assertThat(rules(EGRESS))
        .containsExactlyInAnyOrder(
            tuple("security-load-balancer", "security-web", 443L, 443L),
            tuple("security-web", "security-database", 5432L, 5432L),
            tuple("security-web", "security-cache", 6379L, 6379L),
            tuple("security-web", "0.0.0.0/0", 443L, 443L),
            tuple("security-web", "0.0.0.0/0", 80L, 80L));
  }

  @Test
  void operatorsReachTheWebServersByRemoteDesktopIfTheyAreNamed() {
    args.rdpCidrs(List.of("203.0.113.10/32"));

    assertThat(rules(INGRESS))
        .contains(tuple("security-web", "203.0.113.10/32", 3389L, 3389L))
        .hasSize(6);
  }

  @Test
  void thePortsAndClientsAreThoseOfTheTiers() {
    args.clientCidrs(List.of("198.51.100.0/24")).targetPort(80).databasePort(5433).cachePort(6380);

    assertThat(rules(INGRESS))
        .containsExactlyInAnyOrder(
            tuple("security-load-balancer", "198.51.100.0/24", 443L, 443L),
            tuple("security-load-balancer", "198.51.100.0/24", 80L, 80L),
            tuple("security-web", "security-load-balancer", 80L, 80L),
            tuple("security-database", "security-web", 5433L, 5433L),
            tuple("security-cache", "security-web", 6380L, 6380L));
  }

  @Test
  void serversThatBuildImagesReachTheWebAndAreReachedByNobody() {
    var before = rules(INGRESS);
    assertThat(deployed().graph().find(GROUP, "security-image-builder")).isEmpty();

    args.imageBuilder(true);

    assertThat(rules(INGRESS)).containsExactlyInAnyOrderElementsOf(before);
    assertThat(rules(EGRESS))
        .contains(
            tuple("security-image-builder", "0.0.0.0/0", 443L, 443L),
            tuple("security-image-builder", "0.0.0.0/0", 80L, 80L))
        .hasSize(7);
    assertThat(deployed().get(GROUP, "security-image-builder").input("description"))
        .contains("Servers that build images: no requests");
  }

  @Test
  void everyGroupAndRuleIsDescribedAndLimitedToTcp() {
    Deployed deployed = deployed();

    assertThat(deployed.all(GROUP))
        .hasSize(4)
        .allMatch(group -> group.input("description").isPresent())
        .allMatch(group -> group.input("ingress").isEmpty() && group.input("egress").isEmpty());
    for (String type : List.of(INGRESS, EGRESS)) {
      assertThat(deployed.all(type))
          .allMatch(rule -> rule.input("description").isPresent())
          .allMatch(rule -> rule.text("ipProtocol", "").equals("tcp"));
    }
  }
}
