package dev.mainstay.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mainstay.Deployed;
import dev.mainstay.graph.ResourceNode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FirewallTest {
  private static final String ACL = "aws:wafv2/webAcl:WebAcl";
  private static final String LOGGING =
      "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration";

  private final EdgeArgs args = EdgeFixture.args();

  private Deployed deployed() {
    return EdgeFixture.deployed(args);
  }

  @Test
  void theFirewallStandsBeforeTheLoadBalancer() {
    Deployed deployed = deployed();
    ResourceNode association = deployed.only("aws:wafv2/webAclAssociation:WebAclAssociation");

    assertThat(deployed.only(ACL).inputs())
        .containsEntry("scope", "REGIONAL")
        .containsEntry("defaultAction", Map.of("allow", Map.of()));
    assertThat(association.referencesAt("webAclArn")).containsExactly(deployed.only(ACL).urn());
    assertThat(association.referencesAt("resourceArn"))
        .containsExactly(deployed.only("aws:lb/loadBalancer:LoadBalancer").urn());
  }

  @Test
  void itAppliesTheRulesThatAwsMaintains() {
    ResourceNode acl = deployed().only(ACL);
    String group = "rules[%d].statement.managedRuleGroupStatement.";

    assertThat(IntStream.rangeClosed(1, 5).boxed().toList())
        .extracting(
            i -> acl.number("rules[%d].priority".formatted(i), -1),
            i -> acl.text(group.formatted(i) + "vendorName", ""),
            i -> acl.text(group.formatted(i) + "name", ""),
            i -> acl.input("rules[%d].overrideAction".formatted(i)).orElseThrow())
        .containsExactly(
            tuple(1L, "AWS", "AWSManagedRulesAmazonIpReputationList", none()),
            tuple(2L, "AWS", "AWSManagedRulesAnonymousIpList", none()),
            tuple(3L, "AWS", "AWSManagedRulesCommonRuleSet", none()),
            tuple(4L, "AWS", "AWSManagedRulesKnownBadInputsRuleSet", none()),
            tuple(5L, "AWS", "AWSManagedRulesSQLiRuleSet", none()));
    assertThat(acl.input("rules[6]")).isEmpty();
  }

  private static Map<String, Object> none() {
    return Map.of("none", Map.of());
  }

  @Test
  void uploadsAndVisitorsBehindAVpnAreOnlyCounted() {
    ResourceNode acl = deployed().only(ACL);
    String overrides = "rules[%d].statement.managedRuleGroupStatement.ruleActionOverrides";
    Map<String, Object> count = Map.of("count", Map.of());

    assertThat(acl.input(overrides.formatted(2)))
        .contains(
            List.of(
                Map.of("name", "AnonymousIPList", "actionToUse", count),
                Map.of("name", "HostingProviderIPList", "actionToUse", count)));
    assertThat(acl.input(overrides.formatted(3)))
        .contains(List.of(Map.of("name", "SizeRestrictions_BODY", "actionToUse", count)));
    for (int other : List.of(1, 4, 5)) {
      assertThat(acl.input(overrides.formatted(other)).orElse(List.of())).isEqualTo(List.of());
    }
  }

  @Test
  void anAddressThatAsksTooOftenIsBlocked() {
    args.rateLimitPer5Minutes = 500;
    ResourceNode acl = deployed().only(ACL);

    assertThat(acl.input("rules[0].action")).contains(Map.of("block", Map.of()));
    assertThat(acl.input("rules[0].statement.rateBasedStatement"))
        .contains(Map.of("aggregateKeyType", "IP", "evaluationWindowSec", 300L, "limit", 500L));
  }

  @Test
  void everyRuleIsMeasured() {
    ResourceNode acl = deployed().only(ACL);

    assertThat(acl.isTrue("visibilityConfig.cloudwatchMetricsEnabled")).isTrue();
    for (int rule = 0; rule <= 5; rule++) {
      String visibility = "rules[%d].visibilityConfig.".formatted(rule);
      assertThat(acl.isTrue(visibility + "cloudwatchMetricsEnabled")).isTrue();
      assertThat(acl.text(visibility + "metricName", ""))
          .isEqualTo(acl.text("rules[%d].name".formatted(rule), "no name"));
    }
  }

  @Test
  void whatItSeesIsLoggedUnderTheKeyOfTheStackWithoutCredentials() {
    args.logRetentionDays(90);
    Deployed deployed = deployed();
    ResourceNode logs = deployed.only("aws:cloudwatch/logGroup:LogGroup");
    ResourceNode logging = deployed.only(LOGGING);

    assertThat(logs.name()).isEqualTo("aws-waf-logs-edge-waf");
    assertThat(logs.inputs())
        .containsEntry("kmsKeyId", Deployed.KEY_ARN)
        .containsEntry("retentionInDays", 90L);
    assertThat(logging.referencesAt("resourceArn")).containsExactly(deployed.only(ACL).urn());
    assertThat(logging.referencesAt("logDestinationConfigs")).containsExactly(logs.urn());
    assertThat(logging.input("redactedFields"))
        .contains(
            List.of(
                Map.of("singleHeader", Map.of("name", "authorization")),
                Map.of("singleHeader", Map.of("name", "cookie"))));
  }

  @Test
  void theFirewallCanBeSwitchedOff() {
    args.waf = false;
    Deployed deployed = deployed();

    assertThat(deployed.graph().resources()).noneMatch(it -> it.type().startsWith("aws:wafv2/"));
    assertThat(deployed.all("aws:cloudwatch/logGroup:LogGroup")).isEmpty();
  }
}
