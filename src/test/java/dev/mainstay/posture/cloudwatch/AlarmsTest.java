package dev.mainstay.posture.cloudwatch;

import static dev.mainstay.posture.Verdicts.node;
import static dev.mainstay.posture.Verdicts.to;
import static dev.mainstay.posture.model.Judge.NOT_YET_KNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceNode;
import dev.mainstay.graph.ResourceNode.Reference;
import dev.mainstay.posture.Verdicts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlarmsTest {
  private static final String ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
  private static final ResourceNode DATABASE =
      node("aws:rds/instance:Instance", "db", Map.of("identifier", "shop"));
  private static final ResourceNode TOPIC =
      node("aws:sns/topic:Topic", "topic", Map.of("kmsMasterKeyId", "key"));

  private static ResourceNode subscription(Map<String, Object> inputs) {
    return node("aws:sns/topicSubscription:TopicSubscription", "who", inputs, to("topic", TOPIC));
  }

  private static final ResourceNode EMAIL =
      subscription(Map.of("protocol", "email", "endpoint", "ops@example.com"));

  private static ResourceNode alarm(Map<String, Object> inputs, Reference... named) {
    var all = new TreeMap<String, Object>(Map.of("alarmActions", List.of("arn")));
    all.putAll(inputs);
    var references = new ArrayList<>(List.of(named));
    references.add(to("alarmActions[0]", TOPIC));
    return node(ALARM, "alarm", all, references.toArray(Reference[]::new));
  }

  private static final ResourceNode ABOUT_DATABASE =
      alarm(Map.of("dimensions", Map.of("DBInstanceIdentifier", "shop")));

  private static String told(ResourceNode... nodes) {
    var all = new ArrayList<>(List.of(nodes));
    all.add(DATABASE);
    return Verdicts.of("Alarms, SNS", all.toArray(ResourceNode[]::new)).split(" ", 2)[0];
  }

  @Test
  void anAlarmWithASubscribedTopicNotifiesSomebody() {
    assertThat(told(TOPIC, EMAIL, ABOUT_DATABASE)).isEqualTo("PASSED");
    assertThat(told(TOPIC, EMAIL)).isEqualTo("FAILED");
  }

  @Test
  void aTopicWithoutASubscriptionReachesNobody() {
    assertThat(told(TOPIC, ABOUT_DATABASE)).isEqualTo("FAILED");
  }

  @ParameterizedTest
  @CsvSource({"email,PASSED", "sms,PASSED", "lambda,PASSED", "sqs,UNKNOWN", "firehose,UNKNOWN"})
  void aQueueOrAStreamMayReachNobody(String protocol, String status) {
    assertThat(
            told(
                TOPIC, ABOUT_DATABASE, subscription(Map.of("protocol", protocol, "endpoint", "x"))))
        .isEqualTo(status);
  }

  @Test
  void aSubscriptionWithAFilterMayDropWhatAnAlarmSays() {
    assertThat(
            told(
                TOPIC,
                ABOUT_DATABASE,
                subscription(
                    Map.of("protocol", "email", "endpoint", "x", "filterPolicy", "{\"a\":[1]}"))))
        .isEqualTo("UNKNOWN");
  }

  @Test
  void anAddressThatIsNotToldIsAnAddress() {
    assertThat(
            told(
                TOPIC,
                ABOUT_DATABASE,
                subscription(Map.of("protocol", "email", "endpoint", NOT_YET_KNOWN))))
        .isEqualTo("PASSED");
    assertThat(told(TOPIC, ABOUT_DATABASE, subscription(Map.of("protocol", "email"))))
        .isEqualTo("FAILED");
  }

  @Test
  void anAlarmCannotUseATopicUnderTheKeyOfAws() {
    ResourceNode topic =
        node("aws:sns/topic:Topic", "topic", Map.of("kmsMasterKeyId", "alias/aws/sns"));

    assertThat(told(topic, EMAIL, ABOUT_DATABASE)).isEqualTo("FAILED");
  }

  @Test
  void aChatOfTheTopicIsSomebody() {
    ResourceNode chat =
        node(
            "aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration",
            "chat",
            Map.of(),
            to("snsTopicArns[0]", TOPIC));

    assertThat(told(TOPIC, chat, ABOUT_DATABASE)).isEqualTo("PASSED");
  }

  @Test
  void anAlarmOnSomethingElseIsNoneOnTheDatabase() {
    assertThat(told(TOPIC, EMAIL, alarm(Map.of("dimensions", Map.of("BucketName", "x")))))
        .isEqualTo("FAILED");
    assertThat(
            told(
                TOPIC, EMAIL, alarm(Map.of("dimensions", Map.of("DBInstanceIdentifier", "other")))))
        .isEqualTo("FAILED");
    assertThat(
            told(
                TOPIC,
                EMAIL,
                alarm(Map.of("dimensions", Map.of("DBInstanceIdentifier", NOT_YET_KNOWN)))))
        .isEqualTo("UNKNOWN");
    assertThat(told(TOPIC, EMAIL, alarm(Map.of(), to("dimensions.DBInstanceIdentifier", DATABASE))))
        .isEqualTo("PASSED");
  }

  @Test
  void aMetricOfAnExpressionCounts() {
    assertThat(
            told(
                TOPIC,
                EMAIL,
                alarm(
                    Map.of(
                        "metricQueries",
                        List.of(
                            Map.of("expression", "m / 2"),
                            Map.of(
                                "metric",
                                Map.of("dimensions", Map.of("DBInstanceIdentifier", "shop"))))))))
        .isEqualTo("PASSED");
  }

  @Test
  void anAlarmThatIsSwitchedOffNotifiesNobody() {
    assertThat(
            told(
                TOPIC,
                EMAIL,
                alarm(
                    Map.of(
                        "actionsEnabled",
                        false,
                        "dimensions",
                        Map.of("DBInstanceIdentifier", "shop")))))
        .isEqualTo("FAILED");
  }

  @Test
  void aCompositeAlarmActsForItsParts() {
    ResourceNode silent =
        node(ALARM, "part", Map.of("dimensions", Map.of("DBInstanceIdentifier", "shop")));
    ResourceNode composite =
        node(
            "aws:cloudwatch/compositeAlarm:CompositeAlarm",
            "all",
            Map.of("alarmRule", "ALARM(part)", "alarmActions", List.of("arn")),
            to("alarmRule", silent),
            to("alarmActions[0]", TOPIC));

    assertThat(told(TOPIC, EMAIL, silent)).isEqualTo("FAILED");
    assertThat(told(TOPIC, EMAIL, silent, composite)).isEqualTo("PASSED");
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:sns:eu-central-1:1:topic,UNKNOWN",
    "arn:aws:ssm:eu-central-1:1:opsitem:1,UNKNOWN",
    NOT_YET_KNOWN + ",UNKNOWN"
  })
  void whoHearsOfATopicElsewhereIsNotKnown(String action, String status) {
    assertThat(
            told(
                node(
                    ALARM,
                    "alarm",
                    Map.of(
                        "alarmActions",
                        List.of(action),
                        "dimensions",
                        Map.of("DBInstanceIdentifier", "shop")))))
        .isEqualTo(status);
  }

  @Test
  void anAlarmThatScalesAGroupNotifiesNobodyForSure() {
    ResourceNode policy = node("aws:autoscaling/policy:Policy", "policy", Map.of());
    ResourceNode scaling =
        node(
            ALARM,
            "scaling",
            Map.of(
                "alarmActions", List.of("x"), "dimensions", Map.of("DBInstanceIdentifier", "shop")),
            to("alarmActions[0]", policy));

    assertThat(told(policy, scaling)).isNotEqualTo("PASSED");
  }
}
