package dev.mainstay.edge;

import com.pulumi.aws.wafv2.inputs.WebAclRuleActionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleActionBlockArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleOverrideActionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleOverrideActionNoneArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementManagedRuleGroupStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideActionToUseArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideActionToUseCountArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementRateBasedStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleVisibilityConfigArgs;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of the web application firewall, in order of priority.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html">the
 *     AWS managed rule groups</a>
 */
final class FirewallRules {
  private static final int WINDOW_SECONDS = 300;

  /**
   * An AWS managed rule group.
   *
   * @param counted the rules that count matches instead of blocking them
   */
  private record Group(String name, List<String> counted) {}

  private static final List<Group> GROUPS =
      List.of(
          new Group("AWSManagedRulesAmazonIpReputationList", List.of()),
          // Clients behind a VPN and partners in a cloud are legitimate. Counting shows attacks.
          new Group(
              "AWSManagedRulesAnonymousIpList",
              List.of("AnonymousIPList", "HostingProviderIPList")),
          // It would block bodies over 8 KB: uploads and many ASP.NET forms.
          new Group("AWSManagedRulesCommonRuleSet", List.of("SizeRestrictions_BODY")),
          new Group("AWSManagedRulesKnownBadInputsRuleSet", List.of()),
          new Group("AWSManagedRulesSQLiRuleSet", List.of()));

  private FirewallRules() {}

  static List<WebAclRuleArgs> of(int rateLimit) {
    var rules = new ArrayList<WebAclRuleArgs>();
    rules.add(rateLimit(rateLimit));
    for (Group group : GROUPS) {
      rules.add(managed(group, rules.size()));
    }
    return rules;
  }

  private static WebAclRuleArgs rateLimit(int requests) {
    return rule("RateLimit", 0)
        .action(
            WebAclRuleActionArgs.builder()
                .block(WebAclRuleActionBlockArgs.builder().build())
                .build())
        .statement(
            WebAclRuleStatementArgs.builder()
                .rateBasedStatement(
                    WebAclRuleStatementRateBasedStatementArgs.builder()
                        .aggregateKeyType("IP")
                        .evaluationWindowSec(WINDOW_SECONDS)
                        .limit(requests)
                        .build())
                .build())
        .build();
  }

  private static WebAclRuleArgs managed(Group group, int priority) {
    return rule(group.name(), priority)
        .overrideAction(
            WebAclRuleOverrideActionArgs.builder()
                .none(WebAclRuleOverrideActionNoneArgs.builder().build())
                .build())
        .statement(
            WebAclRuleStatementArgs.builder()
                .managedRuleGroupStatement(
                    WebAclRuleStatementManagedRuleGroupStatementArgs.builder()
                        .vendorName("AWS")
                        .name(group.name())
                        .ruleActionOverrides(
                            group.counted().stream().map(FirewallRules::counting).toList())
                        .build())
                .build())
        .build();
  }

  private static WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideArgs counting(
      String rule) {
    return WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideArgs.builder()
        .name(rule)
        .actionToUse(
            WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideActionToUseArgs.builder()
                .count(
                    WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideActionToUseCountArgs
                        .builder()
                        .build())
                .build())
        .build();
  }

  private static WebAclRuleArgs.Builder rule(String name, int priority) {
    return WebAclRuleArgs.builder()
        .name(name)
        .priority(priority)
        .visibilityConfig(
            WebAclRuleVisibilityConfigArgs.builder()
                .cloudwatchMetricsEnabled(true)
                .metricName(name)
                .sampledRequestsEnabled(true)
                .build());
  }
}
