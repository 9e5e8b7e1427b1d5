package dev.mainstay.network;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.ec2.FlowLog;
import com.pulumi.aws.ec2.FlowLogArgs;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.mainstay.config.Tags;
import dev.mainstay.iam.Arn;
import dev.mainstay.iam.PolicyDocument;
import dev.mainstay.iam.PolicyDocument.Statement;
import java.util.Map;

/**
 * Logs all traffic of the VPC to CloudWatch; the role is the one of <a
 * href="https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html">the VPC
 * guide</a>, narrowed to this log group.
 */
final class FlowLogs {
  private FlowLogs() {}

  static void of(
      String network, NetworkArgs args, Output<String> vpcId, CustomResourceOptions child) {
    String name = network + "-flow-logs";
    Map<String, String> tags = Tags.named(args.tags, name);
    var logs =
        new LogGroup(
            name,
            LogGroupArgs.builder()
                .retentionInDays(args.logRetentionDays())
                .kmsKeyId(args.kmsKeyArn)
                .tags(tags)
                .build(),
            child);
    var role =
        new Role(
            name,
            RoleArgs.builder()
                .description("Lets VPC flow logs write to CloudWatch")
                .assumeRolePolicy(
                    args.kmsKeyArn.applyValue(
                        key ->
                            PolicyDocument.trust(
                                "vpc-flow-logs.amazonaws.com", Arn.parse(key).account())))
                .tags(tags)
                .build(),
            child);
    new RolePolicy(
        name,
        RolePolicyArgs.builder()
            .role(role.id())
            .policy(
                logs.arn()
                    .applyValue(
                        arn ->
                            PolicyDocument.of(
                                Statement.allow(
                                        "logs:CreateLogStream",
                                        "logs:DescribeLogStreams",
                                        "logs:PutLogEvents")
                                    .on(arn, arn + ":*"))))
            .build(),
        child);
    new FlowLog(
        name,
        FlowLogArgs.builder()
            .vpcId(vpcId)
            .trafficType("ALL")
            .logDestinationType("cloud-watch-logs")
            .logDestination(logs.arn())
            .iamRoleArn(role.arn())
            .maxAggregationInterval(600)
            .tags(tags)
            .build(),
        child);
  }
}
