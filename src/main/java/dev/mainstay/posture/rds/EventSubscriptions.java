package dev.mainstay.posture.rds;

import static dev.mainstay.posture.model.Judge.all;
import static dev.mainstay.posture.model.Judge.contains;
import static dev.mainstay.posture.model.Judge.ifGiven;
import static dev.mainstay.posture.model.Judge.notFalse;
import static dev.mainstay.posture.model.Judge.oneOf;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Judge;
import dev.mainstay.posture.sns.Notifications;
import java.util.List;
import java.util.function.BiFunction;

/** Whether somebody is notified of what happens to a database. */
final class EventSubscriptions {
  private static final String EVENTS = "aws:rds/eventSubscription:EventSubscription";

  private EventSubscriptions() {}

  /**
   * Events of a kind of source.
   *
   * @param categories those that Security Hub asks for; a subscription without any has all
   * @param subjects finds the sources of a database
   */
  static Judge notifyOf(
      String source,
      List<String> categories,
      BiFunction<ResourceGraph, ResourceNode, List<ResourceNode>> subjects) {
    return (graph, database) ->
        Answer.any(
            graph.all(EVENTS).stream()
                .map(
                    each ->
                        all(
                                // Without a type, it is for all of them.
                                ifGiven("sourceType", oneOf("sourceType", source), Answer.YES),
                                notFalse("enabled"),
                                hasCategories(categories),
                                concerns(subjects.apply(graph, database)),
                                Notifications.reach("snsTopic"))
                            .of(graph, each)));
  }

  private static Judge hasCategories(List<String> wanted) {
    Judge listed = contains("eventCategories", wanted.toArray(String[]::new));
    return (graph, each) ->
        Judge.elements(each, "eventCategories").isEmpty() ? Answer.YES : listed.of(graph, each);
  }

  /** The subscription is for all of its type, or names one of {@code subjects}. */
  private static Judge concerns(List<ResourceNode> subjects) {
    return (graph, subscription) -> {
      List<String> ids = Judge.elements(subscription, "sourceIds");
      return ids.isEmpty()
          ? Answer.YES
          : Answer.any(
              ids.stream()
                  .flatMap(
                      id -> subjects.stream().map(each -> names(graph, subscription, id, each))));
    };
  }

  private static Answer names(
      ResourceGraph graph, ResourceNode subscription, String path, ResourceNode subject) {
    List<ResourceNode> named = graph.referenced(subscription, path);
    if (!named.isEmpty()) {
      return Answer.of(named.contains(subject));
    }
    String id =
        subject.text(
            "identifier",
            subject.text("clusterIdentifier", subject.text("name", Judge.NOT_YET_KNOWN)));
    return id.equals(Judge.NOT_YET_KNOWN)
        ? Answer.UNKNOWN
        : Judge.oneOf(path, id).of(graph, subscription);
  }
}
