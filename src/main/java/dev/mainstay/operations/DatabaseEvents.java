package dev.mainstay.operations;

import com.pulumi.aws.rds.EventSubscription;
import com.pulumi.aws.rds.EventSubscriptionArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.mainstay.config.Tags;
import java.util.List;
import java.util.stream.Stream;

/**
 * Notifications of RDS events of the database and its parameters, by categories of <a
 * href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.Messages.html">the RDS
 * guide</a>. Routine categories are left out: backup, creation, restoration.
 */
final class DatabaseEvents {
  private static final List<String> OF_INSTANCES =
      List.of(
          "availability",
          "configuration change",
          "deletion",
          "failover",
          "failure",
          "low storage",
          "maintenance",
          "notification",
          "read replica",
          "recovery",
          "security",
          "security patching");

  private DatabaseEvents() {}

  static void of(
      String operations,
      OperationsArgs args,
      Output<String> topicArn,
      CustomResourceOptions child) {
    String instances = operations + "-database";
    new EventSubscription(
        instances,
        subscription(instances, args, topicArn)
            .sourceType("db-instance")
            .sourceIds(
                Output.tuple(args.databaseIdentifier, args.replicaIdentifiers)
                    .applyValue(ids -> Stream.concat(Stream.of(ids.t1), ids.t2.stream()).toList()))
            .eventCategories(OF_INSTANCES)
            .build(),
        child);
    String parameters = operations + "-database-parameters";
    var ofParameters =
        subscription(parameters, args, topicArn)
            .sourceType("db-parameter-group")
            .eventCategories("configuration change");
    if (args.databaseParameterGroupName != null) {
      ofParameters.sourceIds(args.databaseParameterGroupName.applyValue(List::of));
    }
    new EventSubscription(parameters, ofParameters.build(), child);
  }

  private static EventSubscriptionArgs.Builder subscription(
      String name, OperationsArgs args, Output<String> topicArn) {
    return EventSubscriptionArgs.builder().snsTopic(topicArn).tags(Tags.named(args.tags, name));
  }
}
