package dev.mainstay.network;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.ec2.FlowLog;
import com.pulumi.aws.ec2.FlowLogArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.mainstay.config.Tags;
import dev.mainstay.iam.Arn;
import dev.mainstay.iam.PolicyDocument;
import dev.mainstay.iam.PolicyDocument.Statement;
import dev.mainstay.iam.ServiceRole;
import java.util.Map;

/**
 * Logs all traffic of the VPC to CloudWatch. The role has the permissions of <a
 * href="https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html">the VPC
 * guide</a>, limited to this log group.
 */
final class FlowLogs {
  private static final String SERVICE = "vpc-flow-logs.amazonaws.com";

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
    new FlowLog(
        name,
        FlowLogArgs.builder()
            .vpcId(vpcId)
            .trafficType("ALL")
            .logDestinationType("cloud-watch-logs")
            .logDestination(logs.arn())
            .iamRoleArn(roleArn(name, args, logs, child))
            .maxAggregationInterval(600)
            .tags(tags)
            .build(),
        child);
  }

  private static Output<String> roleArn(
      String name, NetworkArgs args, LogGroup logs, CustomResourceOptions child) {
    var role =
        new ServiceRole(
            name,
            "Lets VPC flow logs write to CloudWatch",
            args.kmsKeyArn.applyValue(
                key -> PolicyDocument.trust(SERVICE, Arn.parse(key).account())),
            args.tags,
            child);
    return role.withPolicy(logs.arn().applyValue(FlowLogs::policy));
  }

  private static String policy(String logGroupArn) {
    return PolicyDocument.of(
        Statement.allow("logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents")
            .on(logGroupArn, logGroupArn + ":*"));
  }
}
