package dev.mainstay.posture.sns;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Judge;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whether what AWS publishes to a topic reaches somebody. */
public final class Notifications {
  public static final List<String> TOPIC = List.of("aws:sns/topic:Topic");

  private static final String SUBSCRIPTION = "aws:sns/topicSubscription:TopicSubscription";
  private static final List<String> CHAT =
      List.of(
          "aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration",
          "aws:chatbot/teamsChannelConfiguration:TeamsChannelConfiguration");

  /** A queue or a stream notifies nobody by itself. */
  private static final Set<String> NOTIFYING =
      Set.of("email", "email-json", "sms", "http", "https", "application", "lambda");

  /**
   * The key that AWS manages for SNS: its policy lets neither CloudWatch nor RDS use it, and nobody
   * can change that policy.
   */
  private static final String KEY_OF_AWS = "alias/aws/sns";

  private Notifications() {}

  /**
   * The topic that a resource names at {@code path} has a subscription that notifies somebody. Who
   * subscribes to a topic outside the graph is not known.
   */
  public static Judge reach(String path) {
    return (graph, publisher) -> {
      List<ResourceNode> named = graph.referenced(publisher, path);
      if (named.isEmpty()) {
        return Judge.present(path).of(graph, publisher) == Answer.NO ? Answer.NO : Answer.UNKNOWN;
      }
      return Answer.any(named.stream().map(topic -> reaches(graph, topic)));
    };
  }

  private static Answer reaches(ResourceGraph graph, ResourceNode topic) {
    if (!TOPIC.contains(topic.type())) {
      return Answer.UNKNOWN;
    }
    Answer usable =
        Judge.given("kmsMasterKeyId", key -> key.toString().endsWith(KEY_OF_AWS))
            .of(graph, topic)
            .not();
    Stream<Answer> subscribed =
        graph.referring(SUBSCRIPTION, "topic", topic).stream()
            .map(subscription -> notifies(graph, subscription));
    Stream<Answer> chats =
        CHAT.stream()
            .filter(type -> !graph.referring(type, "snsTopicArns", topic).isEmpty())
            .map(type -> Answer.YES);
    return Answer.all(usable, Answer.any(Stream.concat(subscribed, chats)));
  }

  private static Answer notifies(ResourceGraph graph, ResourceNode subscription) {
    Answer hasEndpoint = Judge.present("endpoint").of(graph, subscription);
    Answer isPerson =
        Judge.given("protocol", protocol -> NOTIFYING.contains(protocol.toString()))
            .of(graph, subscription);
    // A filter drops messages that lack its attributes, which those of AWS do.
    Answer isUnfiltered =
        Judge.present("filterPolicy").of(graph, subscription) == Answer.NO
            ? Answer.YES
            : Answer.UNKNOWN;
    Answer isEndpoint = hasEndpoint == Answer.UNKNOWN ? Answer.YES : hasEndpoint;
    return Answer.all(isEndpoint, isPerson == Answer.NO ? Answer.UNKNOWN : isPerson, isUnfiltered);
  }
}
