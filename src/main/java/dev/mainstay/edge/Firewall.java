package dev.mainstay.edge;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.wafv2.WebAcl;
import com.pulumi.aws.wafv2.WebAclArgs;
import com.pulumi.aws.wafv2.WebAclAssociation;
import com.pulumi.aws.wafv2.WebAclAssociationArgs;
import com.pulumi.aws.wafv2.WebAclLoggingConfiguration;
import com.pulumi.aws.wafv2.WebAclLoggingConfigurationArgs;
import com.pulumi.aws.wafv2.inputs.WebAclDefaultActionAllowArgs;
import com.pulumi.aws.wafv2.inputs.WebAclDefaultActionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclLoggingConfigurationRedactedFieldArgs;
import com.pulumi.aws.wafv2.inputs.WebAclLoggingConfigurationRedactedFieldSingleHeaderArgs;
import com.pulumi.aws.wafv2.inputs.WebAclVisibilityConfigArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.mainstay.config.Tags;
import java.util.List;
import java.util.stream.Stream;

/** The web application firewall of the load balancer: managed rules, a rate limit and a log. */
final class Firewall {
  private final String name;
  private final EdgeArgs args;
  private final CustomResourceOptions child;

  Firewall(String edge, EdgeArgs args, CustomResourceOptions child) {
    this.name = edge + "-waf";
    this.args = args;
    this.child = child;
  }

  void protect(Output<String> loadBalancerArn) {
    var acl =
        new WebAcl(
            name,
            WebAclArgs.builder()
                .description("Managed rules and a rate limit for the load balancer")
                .scope("REGIONAL")
                .defaultAction(
                    WebAclDefaultActionArgs.builder()
                        .allow(WebAclDefaultActionAllowArgs.builder().build())
                        .build())
                .rules(FirewallRules.of(args.rateLimitPer5Minutes()))
                .visibilityConfig(
                    WebAclVisibilityConfigArgs.builder()
                        .cloudwatchMetricsEnabled(true)
                        .metricName(name)
                        .sampledRequestsEnabled(true)
                        .build())
                .tags(Tags.named(args.tags, name))
                .build(),
            child);
    new WebAclAssociation(
        name,
        WebAclAssociationArgs.builder().resourceArn(loadBalancerArn).webAclArn(acl.arn()).build(),
        child);
    log(acl);
  }

  private void log(WebAcl acl) {
    var logs =
        new LogGroup(
            // AWS requires this prefix of the physical name:
            // https://docs.aws.amazon.com/waf/latest/developerguide/logging-cw-logs.html
            "aws-waf-logs-" + name,
            LogGroupArgs.builder()
                .retentionInDays(args.logRetentionDays())
                .kmsKeyId(args.kmsKeyArn)
                .tags(Tags.named(args.tags, name))
                .build(),
            child);
    new WebAclLoggingConfiguration(
        name,
        WebAclLoggingConfigurationArgs.builder()
            .resourceArn(acl.arn())
            .logDestinationConfigs(logs.arn().applyValue(List::of))
            .redactedFields(Stream.of("authorization", "cookie").map(Firewall::header).toList())
            .build(),
        child);
  }

  private static WebAclLoggingConfigurationRedactedFieldArgs header(String header) {
    return WebAclLoggingConfigurationRedactedFieldArgs.builder()
        .singleHeader(
            WebAclLoggingConfigurationRedactedFieldSingleHeaderArgs.builder().name(header).build())
        .build();
  }
}
