package dev.mainstay.posture.rds;

import static dev.mainstay.posture.model.Judge.all;
import static dev.mainstay.posture.model.Judge.ifGiven;
import static dev.mainstay.posture.model.Judge.notFalse;
import static dev.mainstay.posture.model.Judge.oneOf;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Judge;
import java.util.List;
import java.util.function.BiFunction;

/** Whether somebody hears of what happens to a database. */
public final class EventSubscriptions {
  private static final String EVENTS = "aws:rds/eventSubscription:EventSubscription";

  private EventSubscriptions() {}

  /** Events of {@code source}, of those that {@code subjects} finds for a database. */
  static Judge tellOf(
      String source, BiFunction<ResourceGraph, ResourceNode, List<ResourceNode>> subjects) {
    return (graph, database) ->
        Answer.any(
            graph.all(EVENTS).stream()
                .map(
                    each ->
                        all(
                                // Without a type, it is for all of them.
                                ifGiven("sourceType", oneOf("sourceType", source), Answer.YES),
                                notFalse("enabled"),
                                concerns(subjects.apply(graph, database)))
                            .of(graph, each)));
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
    String id = subject.text("identifier", subject.text("name", Judge.NOT_YET_KNOWN));
    return id.equals(Judge.NOT_YET_KNOWN)
        ? Answer.UNKNOWN
        : Judge.oneOf(path, id).of(graph, subscription);
  }
}
