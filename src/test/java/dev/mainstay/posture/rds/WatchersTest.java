package dev.mainstay.posture.rds;

import static dev.mainstay.posture.Verdicts.node;
import static dev.mainstay.posture.Verdicts.to;
import static dev.mainstay.posture.model.Judge.NOT_YET_KNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceNode;
import dev.mainstay.graph.ResourceNode.Reference;
import dev.mainstay.posture.SoundStack;
import dev.mainstay.posture.Verdicts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

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
  private static final ResourceNode TOPIC =
      node("aws:sns/topic:Topic", "topic", Map.of("kmsMasterKeyId", "key"));
  private static final ResourceNode EMAIL =
      node(
          SoundStack.SUBSCRIPTION,
          "email",
          Map.of("protocol", "email", "endpoint", "ops@example.com"),
          to("topic", TOPIC));
  private static final ResourceNode PLAN =
      node("aws:backup/plan:Plan", "plan", Map.of("rules", List.of(Map.of("ruleName", "daily"))));
  private static final String OF_INSTANCES = "db: events of instances notify somebody";
  private static final String OF_PARAMETERS = "db: events of parameter groups notify somebody";

  private static String events(Map<String, Object> inputs, Reference... named) {
    var all = new ArrayList<>(List.of(named));
    all.add(to("snsTopic", TOPIC));
    var subscription = node(SoundStack.EVENTS, "events", inputs, all.toArray(Reference[]::new));
    return Verdicts.of("Events", PARAMETERS, DATABASE, OTHER, TOPIC, EMAIL, subscription);
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
            Map.of("sourceType", "db-instance", "sourceIds", List.of("shop")),
            to("snsTopic", TOPIC));
    var parameters =
        node(
            SoundStack.EVENTS,
            "parameters",
            Map.of("sourceType", "db-parameter-group"),
            to("snsTopic", TOPIC));

    assertThat(Verdicts.of("Events", unnamed, subscription, parameters, TOPIC, EMAIL))
        .isEqualTo("UNKNOWN [%s]".formatted(OF_INSTANCES));
  }

  private static String backup(Map<String, Object> inputs, Reference... named) {
    var all = new ArrayList<>(List.of(named));
    all.add(to("planId", PLAN));
    var selection = node(SoundStack.SELECTION, "s", inputs, all.toArray(Reference[]::new));
    return Verdicts.of("Backup plan", DATABASE, PLAN, selection);
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
}
