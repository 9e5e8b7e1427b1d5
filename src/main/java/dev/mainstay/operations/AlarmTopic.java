package dev.mainstay.operations;

import com.pulumi.aws.sns.Topic;
import com.pulumi.aws.sns.TopicArgs;
import com.pulumi.aws.sns.TopicPolicy;
import com.pulumi.aws.sns.TopicPolicyArgs;
import com.pulumi.aws.sns.TopicSubscription;
import com.pulumi.aws.sns.TopicSubscriptionArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.mainstay.config.Tags;
import dev.mainstay.iam.Arn;
import dev.mainstay.iam.PolicyDocument;
import dev.mainstay.iam.PolicyDocument.Statement;
import java.util.ArrayList;
import java.util.Map;

/** The encrypted topic of alarms and database events, with its email subscriptions. */
final class AlarmTopic {
  private AlarmTopic() {}

  /** The ARN of the topic. It resolves once alarms may publish. */
  static Output<String> arnOncePublishable(
      String name, OperationsArgs args, CustomResourceOptions child) {
    Map<String, String> tags = Tags.named(args.tags, name);
    var topic =
        new Topic(
            name,
            TopicArgs.builder()
                // The sender's name in emails identifies the stack.
                .displayName(tags.get("Name"))
                .kmsMasterKeyId(args.kmsKeyArn)
                .tags(tags)
                .build(),
            child);
    var policy =
        new TopicPolicy(
            name,
            TopicPolicyArgs.builder()
                .arn(topic.arn())
                .policy(topic.arn().applyValue(arn -> policy(arn, args.monthlyBudgetUsd != null)))
                .build(),
            child);
    for (String email : args.alarmEmails()) {
      new TopicSubscription(
          name + "-" + email,
          TopicSubscriptionArgs.builder()
              .topic(topic.arn())
              .protocol("email")
              .endpoint(email)
              .build(),
          child);
    }
    return Output.tuple(topic.arn(), policy.id()).applyValue(both -> both.t1);
  }

  /**
   * Alarms: https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html; events:
   * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.GrantingPermissions.html
   */
  private static String policy(String topicArn, boolean budget) {
    String account = Arn.parse(topicArn).account();
    var statements = new ArrayList<Statement>();
    statements.add(mayPublish("cloudwatch.amazonaws.com", topicArn, account));
    statements.add(mayPublish("events.rds.amazonaws.com", topicArn, account));
    if (budget) {
      // https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-sns-policy.html
      statements.add(mayPublish("budgets.amazonaws.com", topicArn, account));
    }
    statements.add(
        Statement.deny("sns:Publish")
            .principal("AWS", "*")
            .on(topicArn)
            .when("Bool", "aws:SecureTransport", "false"));
    return PolicyDocument.of(statements.toArray(Statement[]::new));
  }

  private static Statement mayPublish(String service, String topicArn, String account) {
    return Statement.allow("sns:Publish")
        .service(service)
        .on(topicArn)
        .when("StringEquals", "aws:SourceAccount", account);
  }
}
