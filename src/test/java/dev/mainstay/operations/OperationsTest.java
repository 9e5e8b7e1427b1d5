package dev.mainstay.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import dev.mainstay.Deployed;
import dev.mainstay.graph.ResourceNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class OperationsTest {
  private static final String TOPIC = "aws:sns/topic:Topic";
  private static final String SUBSCRIPTION = "aws:sns/topicSubscription:TopicSubscription";
  private static final String EVENTS = "aws:rds/eventSubscription:EventSubscription";
  private static final String VAULT = "aws:backup/vault:Vault";
  private static final String PLAN = "aws:backup/plan:Plan";
  private static final String SELECTION = "aws:backup/selection:Selection";
  private static final String ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";

  private final OperationsArgs args = OperationsFixture.args();

  private Deployed deployed() {
    return OperationsFixture.deployed(args);
  }

  @Test
  void theTopicIsEncryptedWithTheKeyOfTheStack() {
    assertThat(deployed().only(TOPIC).inputs()).containsEntry("kmsMasterKeyId", Deployed.KEY_ARN);
  }

  @Test
  void mailsTellWhichStackTheyAreOf() {
    assertThat(deployed().only(TOPIC).inputs())
        .containsEntry("displayName", "mainstay-test-operations");
  }

  @Test
  void alarmsAndEventsOfThisAccountMayPublishToTheTopicAndNobodyUnencrypted() {
    assertThat(statements(deployed().only("aws:sns/topicPolicy:TopicPolicy")))
        .extracting(
            it -> text(it, "Effect"),
            it -> principal(it),
            it -> it.getAsJsonObject().get("Condition").toString())
        .containsExactly(
            tuple(
                "Allow",
                "cloudwatch.amazonaws.com",
                "{\"StringEquals\":{\"aws:SourceAccount\":\"123456789012\"}}"),
            tuple(
                "Allow",
                "events.rds.amazonaws.com",
                "{\"StringEquals\":{\"aws:SourceAccount\":\"123456789012\"}}"),
            tuple("Deny", "*", "{\"Bool\":{\"aws:SecureTransport\":\"false\"}}"));
  }

  @Test
  void eachAddressGetsItsOwnMails() {
    args.alarmEmails = List.of("ops@example.com", "dev@example.com");

    assertThat(deployed().all(SUBSCRIPTION))
        .extracting(
            ResourceNode::name, it -> it.text("protocol", ""), it -> it.text("endpoint", ""))
        .containsExactlyInAnyOrder(
            tuple("operations-ops@example.com", "email", "ops@example.com"),
            tuple("operations-dev@example.com", "email", "dev@example.com"));
  }

  @Test
  void withoutAddressesThereAreAlarmsAllTheSame() {
    assertThat(deployed().all(SUBSCRIPTION)).isEmpty();
    assertThat(deployed().all("aws:cloudwatch/metricAlarm:MetricAlarm")).isNotEmpty();
  }

  @Test
  void criticalEventsOfTheDatabaseAndItsReplicasAreTold() {
    Deployed deployed = OperationsFixture.deployed(OperationsFixture.everything());
    ResourceNode events = deployed.get(EVENTS, "operations-database");

    assertThat(events.text("sourceType", "")).isEqualTo("db-instance");
    assertThat(events.input("sourceIds"))
        .contains(List.of("mainstay-test", "mainstay-test-replica-1", "mainstay-test-replica-2"));
    assertThat(strings(events, "eventCategories"))
        .contains("maintenance", "configuration change", "failure", "failover", "security")
        .doesNotContain("backup");
    assertThat(events.referencesAt("snsTopic")).containsExactly(deployed.only(TOPIC).urn());
  }

  @Test
  void changesOfTheParametersAreTold() {
    assertThat(deployed().inputs(EVENTS, "operations-database-parameters"))
        .containsEntry("sourceType", "db-parameter-group")
        .containsEntry("eventCategories", List.of("configuration change"))
        .doesNotContainKey("sourceIds");
    args.databaseParameterGroupName = OperationsFixture.everything().databaseParameterGroupName;
    assertThat(deployed().inputs(EVENTS, "operations-database-parameters"))
        .containsEntry("sourceIds", List.of("parameters-4"));
  }

  @Test
  void theDatabaseIsBackedUpDailyAndMonthlyIntoAnEncryptedVault() {
    Deployed deployed = deployed();

    assertThat(deployed.only(VAULT).inputs()).containsEntry("kmsKeyArn", Deployed.KEY_ARN);
    ResourceNode plan = deployed.only(PLAN);
    assertThat(plan.referencesAt("rules")).contains(deployed.only(VAULT).urn());
    assertThat(plan.number("rules[0].lifecycle.deleteAfter", 0)).isEqualTo(35);
    assertThat(plan.number("rules[1].lifecycle.deleteAfter", 0)).isEqualTo(365);
    assertThat(deployed.only(SELECTION).inputs())
        .containsEntry("resources", List.of(OperationsFixture.DATABASE_ARN));
    assertThat(deployed.only(SELECTION).referencesAt("planId")).containsExactly(plan.urn());
    assertThat(deployed.only(SELECTION).referencesAt("iamRoleArn"))
        .containsExactly(deployed.only("aws:iam/role:Role").urn());
  }

  @Test
  void backingUpNeedsNoMoreThanSnapshotsOfThisDatabase() {
    String everywhere = "\"*\"";
    assertThat(statements(deployed().only(ROLE_POLICY)))
        .filteredOn(it -> it.getAsJsonObject().get("Resource").toString().contains(everywhere))
        .extracting(it -> it.getAsJsonObject().get("Action").toString())
        .containsExactly("[\"tag:GetResources\"]");
    assertThat(deployed().only(ROLE_POLICY).text("policy", ""))
        .contains("\"rds:CreateDBSnapshot\"")
        .doesNotContain("rds:DeleteDBInstance", "rds:*", "kms:*", "kms:Decrypt");
  }

  @Test
  void withoutAVaultNothingIsBackedUpThere() {
    args.backupVault = false;
    Deployed deployed = deployed();

    for (String type : List.of(VAULT, PLAN, SELECTION, ROLE_POLICY)) {
      assertThat(deployed.all(type)).isEmpty();
    }
  }

  @Test
  void restoresAreTestedOnlyIfAsked() {
    String plan = "aws:backup/restoreTestingPlan:RestoreTestingPlan";
    assertThat(deployed().all(plan)).isEmpty();

    Deployed deployed = OperationsFixture.deployed(OperationsFixture.everything());
    assertThat(deployed.only(plan).inputs())
        .containsEntry("name", "mainstay_test_operations_restore");
    assertThat(deployed.only(plan).referencesAt("recoveryPointSelection"))
        .containsExactly(deployed.only(VAULT).urn());
    assertThat(deployed.only("aws:backup/restoreTestingSelection:RestoreTestingSelection").inputs())
        .containsEntry("protectedResourceType", "RDS")
        .containsEntry("protectedResourceArns", List.of(OperationsFixture.DATABASE_ARN))
        .containsEntry("restoreMetadataOverrides", Map.of("dbSubnetGroupName", "subnets-5"));
  }

  @Test
  void whatCanCarryTagsCarriesThoseOfTheStack() {
    List<String> untaggable =
        List.of(
            "TopicPolicy",
            "TopicSubscription",
            "Dashboard",
            "Selection",
            "RestoreTestingSelection",
            "RolePolicy",
            "RolePolicyAttachment",
            "Operations");
    assertThat(
            OperationsFixture.deployed(OperationsFixture.everything()).graph().resources().stream()
                .filter(it -> it.type().startsWith("aws:"))
                .filter(
                    it -> untaggable.stream().noneMatch(kind -> it.type().endsWith(":" + kind))))
        .isNotEmpty()
        .allMatch(it -> it.text("tags.Name", "").startsWith("mainstay-test-operations"));
  }

  private static List<JsonElement> statements(ResourceNode policy) {
    var array =
        JsonParser.parseString(policy.text("policy", ""))
            .getAsJsonObject()
            .getAsJsonArray("Statement");
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  private static String text(JsonElement statement, String key) {
    return statement.getAsJsonObject().get(key).getAsString();
  }

  private static String principal(JsonElement statement) {
    return statement
        .getAsJsonObject()
        .getAsJsonObject("Principal")
        .entrySet()
        .iterator()
        .next()
        .getValue()
        .getAsString();
  }

  private static List<String> strings(ResourceNode node, String path) {
    return ((List<?>) node.input(path).orElseThrow()).stream().map(String::valueOf).toList();
  }
}
