package dev.mainstay.posture.cloudwatch;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Judge;
import dev.mainstay.posture.sns.Notifications;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whether an alarm about a database or a load balancer notifies somebody. */
final class Alarms {
  static final List<String> METRIC = List.of("aws:cloudwatch/metricAlarm:MetricAlarm");
  static final List<String> COMPOSITE = List.of("aws:cloudwatch/compositeAlarm:CompositeAlarm");

  /** The dimensions by which the metrics of a resource name it, and the input that has the name. */
  static final Map<String, String> DIMENSIONS =
      Map.of(
          "aws:rds/instance:Instance", "DBInstanceIdentifier",
          "aws:rds/cluster:Cluster", "DBClusterIdentifier",
          "aws:lb/loadBalancer:LoadBalancer", "LoadBalancer",
          "aws:alb/loadBalancer:LoadBalancer", "LoadBalancer",
          "aws:elb/loadBalancer:LoadBalancer", "LoadBalancerName");

  private Alarms() {}

  /** An alarm about {@code subject}, or one made of such alarms, has an action that does. */
  static Answer notifySomebody(ResourceGraph graph, ResourceNode subject) {
    return Answer.any(
        AlarmsBySubject.in(graph).about(subject).map(alarm -> notifies(graph, alarm, subject)));
  }

  private static Answer notifies(ResourceGraph graph, ResourceNode alarm, ResourceNode subject) {
    Answer isAbout = isAbout(graph, alarm, subject);
    return isAbout == Answer.NO ? isAbout : Answer.all(isAbout, notifies(graph, alarm));
  }

  private static Answer notifies(ResourceGraph graph, ResourceNode alarm) {
    return Answer.all(
        Judge.notFalse("actionsEnabled").of(graph, alarm),
        Answer.any(
            Judge.elements(alarm, "alarmActions").stream()
                .map(action -> Notifications.reach(action).of(graph, alarm))));
  }

  private static Answer isAbout(ResourceGraph graph, ResourceNode alarm, ResourceNode subject) {
    if (COMPOSITE.contains(alarm.type())) {
      return Answer.any(
          graph.referenced(alarm, "alarmRule").stream()
              .filter(each -> METRIC.contains(each.type()))
              .map(each -> isAbout(graph, each, subject)));
    }
    return Answer.any(dimensions(alarm).map(path -> names(graph, alarm, path, subject)));
  }

  /** Where an alarm may say what it is about. */
  static Stream<String> dimensions(ResourceNode alarm) {
    return Stream.concat(
        Stream.of("dimensions"),
        Judge.elements(alarm, "metricQueries").stream().map(query -> query + ".metric.dimensions"));
  }

  private static Answer names(
      ResourceGraph graph, ResourceNode alarm, String dimensions, ResourceNode subject) {
    String path = dimensions + "." + DIMENSIONS.getOrDefault(subject.type(), "");
    List<ResourceNode> named = graph.referenced(alarm, path);
    if (!named.isEmpty()) {
      return Answer.of(named.contains(subject));
    }
    String name =
        subject.text("identifier", subject.text("clusterIdentifier", subject.text("name", "")));
    return name.isEmpty()
        ? Judge.present(path).of(graph, alarm) == Answer.NO ? Answer.NO : Answer.UNKNOWN
        : Judge.given(
                path,
                value ->
                    value.toString().equals(name) || value.toString().contains("/" + name + "/"))
            .of(graph, alarm);
  }
}
