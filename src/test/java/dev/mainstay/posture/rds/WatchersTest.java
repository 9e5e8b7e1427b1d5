package dev.mainstay.posture.rds;

import static dev.mainstay.posture.Verdicts.node;
import static dev.mainstay.posture.Verdicts.to;
import static dev.mainstay.posture.model.Judge.NOT_YET_KNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceNode;
import dev.mainstay.graph.ResourceNode.Reference;
import dev.mainstay.posture.SoundStack;
import dev.mainstay.posture.Verdicts;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who hears of what happens, and what is backed up. */
public class WatchersTest {
  private static final ResourceNode PARAMETERS =
      node("aws:rds/parameterGroup:ParameterGroup", "parameters", Map.of("name", "tuned"));
  private static final ResourceNode DATABASE =
      node(
          "aws:rds/instance:Instance",
          "db",
          Map.of("identifier", "shop", "tags", Map.of("Backup", "yes")),
          to("parameterGroupName", PARAMETERS));
  private static final ResourceNode OTHER =
      node("aws:rds/instance:Instance", "copy", Map.of("replicateSourceDb", "shop"));
  private static final String OF_INSTANCES = "db: events of instances notify somebody";
  private static final String OF_PARAMETERS = "db: events of parameter groups notify somebody";

  private static String events(Map<String, Object> inputs, Reference... named) {
    var subscription = node(SoundStack.EVENTS, "events", inputs, named);
    return Verdicts.of("Events", PARAMETERS, DATABASE, OTHER, subscription);
  }

  @Test
  void aSubscriptionWithoutATypeIsForAllEvents() {
    assertThat(events(Map.of())).isEqualTo("PASSED");
    assertThat(events(Map.of("enabled", false)))
        .isEqualTo("FAILED [%s; %s]".formatted(OF_INSTANCES, OF_PARAMETERS));
    assertThat(events(Map.of("sourceType", "db-snapshot")))
        .isEqualTo("FAILED [%s; %s]".formatted(OF_INSTANCES, OF_PARAMETERS));
    assertThat(events(Map.of("enabled", NOT_YET_KNOWN)))
        .isEqualTo("UNKNOWN [%s; %s]".formatted(OF_INSTANCES, OF_PARAMETERS));
  }

  @Test
  void aSubscriptionToAnotherDatabaseDoesNotTellOfThisOne() {
    var type = Map.of("sourceType", "db-instance");
    var ids = new TreeMap<String, Object>(type);
    ids.put("sourceIds", List.of("x"));
    String told = "FAILED [%s]".formatted(OF_PARAMETERS);
    String neither = "FAILED [%s; %s]".formatted(OF_INSTANCES, OF_PARAMETERS);

    assertThat(events(ids, to("sourceIds[0]", DATABASE))).isEqualTo(told);
    assertThat(events(ids, to("sourceIds[0]", OTHER))).isEqualTo(neither);
    assertThat(events(ids)).isEqualTo(neither);
    ids.put("sourceIds", List.of("x", "shop"));
    assertThat(events(ids)).isEqualTo(told);
  }

  @Test
  void parameterGroupsAreNamedLikeDatabases() {
    assertThat(events(Map.of("sourceType", "db-parameter-group", "sourceIds", List.of("tuned"))))
        .isEqualTo("FAILED [%s]".formatted(OF_INSTANCES));
    assertThat(events(Map.of("sourceType", "db-parameter-group", "sourceIds", List.of("other"))))
        .isEqualTo("FAILED [%s; %s]".formatted(OF_INSTANCES, OF_PARAMETERS));
  }

  @Test
  void aDatabaseWhoseNameIsNotToldMayBeNamed() {
    var unnamed = node("aws:rds/instance:Instance", "db", Map.of());
    var subscription =
        node(
            SoundStack.EVENTS,
            "events",
            Map.of("sourceType", "db-instance", "sourceIds", List.of("shop")));
    var parameters =
        node(SoundStack.EVENTS, "parameters", Map.of("sourceType", "db-parameter-group"));

    assertThat(Verdicts.of("Events", unnamed, subscription, parameters))
        .isEqualTo("UNKNOWN [%s]".formatted(OF_INSTANCES));
  }

  private static String backup(Map<String, Object> inputs, Reference... named) {
    return Verdicts.of("Backup plan", DATABASE, node(SoundStack.SELECTION, "s", inputs, named));
  }

  private static Map<String, Object> tag(Object key, Object value) {
    return Map.of("selectionTags", List.of(Map.of("key", key, "value", value)));
  }

  @Test
  void aSelectionNamesADatabaseOrItsTags() {
    String not = "FAILED [db: AWS Backup selects it]";
    String perhaps = "UNKNOWN [db: AWS Backup selects it]";

    assertThat(backup(Map.of(), to("resources[0]", DATABASE))).isEqualTo("PASSED");
    assertThat(backup(Map.of(), to("resources[0]", DATABASE), to("notResources[0]", DATABASE)))
        .isEqualTo(not);
    assertThat(backup(Map.of("resources", List.of("arn:aws:ec2:x")))).isEqualTo(not);
    assertThat(backup(Map.of("resources", List.of("arn:aws:rds:*")))).isEqualTo(perhaps);
    assertThat(backup(Map.of("resources", List.of(NOT_YET_KNOWN)))).isEqualTo(perhaps);
    assertThat(backup(Map.of("conditions", Map.of()))).isEqualTo(perhaps);
    assertThat(backup(tag("Backup", "yes"))).isEqualTo("PASSED");
    assertThat(backup(tag("Backup", "no"))).isEqualTo(not);
    assertThat(backup(tag("Other", "yes"))).isEqualTo(not);
    assertThat(backup(tag(NOT_YET_KNOWN, "yes"))).isEqualTo(perhaps);
    assertThat(backup(tag("Backup", NOT_YET_KNOWN))).isEqualTo(perhaps);
    assertThat(backup(Map.of("selectionTags", NOT_YET_KNOWN))).isEqualTo(perhaps);
  }

  @Test
  void aDatabaseWithoutTagsIsSelectedByNone() {
    var bare = node("aws:rds/instance:Instance", "db", Map.of());
    var selection =
        node(SoundStack.SELECTION, "s", Map.of("selectionTags", List.of(Map.of("key", "Backup"))));

    assertThat(Verdicts.of("Backup plan", bare, selection))
        .isEqualTo("FAILED [db: AWS Backup selects it]");
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:sns:eu-central-1:1:topic,PASSED",
    "arn:aws-cn:ssm:eu-central-1:1:opsitem:1,PASSED",
    "arn:aws:autoscaling:eu-central-1:1:scalingPolicy:x,FAILED",
    "arn:aws:automate:eu-central-1:ec2:reboot,FAILED",
    NOT_YET_KNOWN + ",UNKNOWN"
  })
  void anAlarmTellsSomebodyOnlyThroughATopicOrAnIncident(String action, String status) {
    var alarm = node(SoundStack.ALARM, "alarm", Map.of("alarmActions", List.of(action)));

    assertThat(Verdicts.of("Alarms, SNS", OTHER, alarm))
        .isEqualTo(
            status.equals("PASSED")
                ? status
                : status + " [copy: an alarm of the stack tells somebody]");
  }

  @Test
  void anAlarmThatScalesAGroupTellsNobody() {
    var policy = node("aws:autoscaling/policy:Policy", "policy", Map.of());
    var topic = node("aws:sns/topic:Topic", "topic", Map.of("kmsMasterKeyId", "key"));
    var scaling =
        node(
            SoundStack.ALARM,
            "scaling",
            Map.of("alarmActions", List.of("x")),
            to("alarmActions[0]", policy));
    var telling =
        node(
            SoundStack.ALARM,
            "telling",
            Map.of("alarmActions", List.of("x", "y")),
            to("alarmActions[0]", policy),
            to("alarmActions[1]", topic));

    assertThat(Verdicts.of("Alarms, SNS", OTHER, policy, scaling))
        .isEqualTo("FAILED [copy: an alarm of the stack tells somebody]");
    assertThat(Verdicts.of("Alarms, SNS", OTHER, policy, topic, scaling, telling))
        .isEqualTo("PASSED");
  }

  @Test
  void aLogThatIsKeptForEverHasNoRetention() {
    String forEver = "logs: retentionInDays is 365 or more; logs: retentionInDays is set";

    assertThat(log(Map.of("kmsKeyId", "key", "retentionInDays", 0L)))
        .isEqualTo("FAILED [%s]".formatted(forEver));
    assertThat(log(Map.of("kmsKeyId", "key", "retentionInDays", 364L)))
        .isEqualTo("FAILED [logs: retentionInDays is 365 or more]");
    assertThat(log(Map.of("kmsKeyId", "key", "retentionInDays", 365L))).isEqualTo("PASSED");
  }

  private static String log(Map<String, Object> inputs) {
    return Verdicts.of("Log groups", node("aws:cloudwatch/logGroup:LogGroup", "logs", inputs));
  }
}
