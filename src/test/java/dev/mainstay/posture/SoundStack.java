package dev.mainstay.posture;

import dev.mainstay.Stacks;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.graph.ResourceNode.Reference;
import java.util.List;
import java.util.Map;

/**
 * The shipped stack for production; what watches it stands in the form in which tests change it.
 */
public final class SoundStack {
  public static final String SELECTION = "aws:backup/selection:Selection";
  public static final String EVENTS = "aws:rds/eventSubscription:EventSubscription";
  public static final String ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
  public static final String TOPIC = "aws:sns/topic:Topic";
  public static final String SUBSCRIPTION = "aws:sns/topicSubscription:TopicSubscription";

  private SoundStack() {}

  public static ResourceGraph graph() {
    ResourceGraph prod = Stacks.prod();
    String database = prod.first("aws:rds/instance:Instance").orElseThrow().urn();
    String loadBalancer = prod.first("aws:lb/loadBalancer:LoadBalancer").orElseThrow().urn();
    String plan = prod.first("aws:backup/plan:Plan").orElseThrow().urn();
    for (String type : List.of(SELECTION, EVENTS, ALARM, TOPIC, SUBSCRIPTION)) {
      for (ResourceNode node : prod.all(type)) {
        prod = prod.with(node.urn(), null);
      }
    }
    ResourceNode topic = Mutation.node(TOPIC, "topic", Map.of("kmsMasterKeyId", "arn"));
    return Mutation.add(topic)
        .then(
            Mutation.add(
                SUBSCRIPTION,
                "email",
                Map.of("protocol", "email", "endpoint", "ops@example.com"),
                new Reference("topic", topic.urn(), "arn", true)))
        .then(
            Mutation.add(
                SELECTION,
                "selection",
                Map.of("resources", List.of("arn")),
                new Reference("planId", plan, "id", true),
                new Reference("resources[0]", database, "arn", true)))
        .then(events("instances", "db-instance", topic))
        .then(events("parameters", "db-parameter-group", topic))
        .then(alarm("alarm", "dimensions.DBInstanceIdentifier", database, topic))
        .then(alarm("edge-alarm", "dimensions.LoadBalancer", loadBalancer, topic))
        .apply(prod);
  }

  private static Mutation events(String name, String source, ResourceNode topic) {
    return Mutation.add(
        EVENTS,
        name,
        Map.of("sourceType", source),
        new Reference("snsTopic", topic.urn(), "arn", true));
  }

  private static Mutation alarm(String name, String path, String about, ResourceNode topic) {
    return Mutation.add(
        ALARM,
        name,
        Map.of("alarmActions", List.of("arn")),
        new Reference(path, about, "id", true),
        new Reference("alarmActions[0]", topic.urn(), "arn", true));
  }
}
