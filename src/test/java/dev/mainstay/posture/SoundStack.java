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

  private SoundStack() {}

  public static ResourceGraph graph() {
    ResourceGraph prod = Stacks.prod();
    for (String type : List.of(SELECTION, EVENTS, ALARM, TOPIC)) {
      for (ResourceNode node : prod.all(type)) {
        prod = prod.with(node.urn(), null);
      }
    }
    String database = prod.first("aws:rds/instance:Instance").orElseThrow().urn();
    return Mutation.add(
            SELECTION,
            "selection",
            Map.of("resources", List.of("arn")),
            new Reference("resources[0]", database, "arn", true))
        .then(Mutation.add(EVENTS, "instances", Map.of("sourceType", "db-instance")))
        .then(Mutation.add(EVENTS, "parameters", Map.of("sourceType", "db-parameter-group")))
        .then(
            Mutation.add(
                ALARM,
                "alarm",
                Map.of("alarmActions", List.of("arn:aws:sns:eu-central-1:1:topic"))))
        .then(Mutation.add(TOPIC, "topic", Map.of("kmsMasterKeyId", "arn")))
        .apply(prod);
  }
}
