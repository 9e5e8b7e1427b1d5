package dev.mainstay.posture.rds;

import static dev.mainstay.posture.Verdicts.node;
import static dev.mainstay.posture.Verdicts.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.Verdicts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Aurora clusters, Multi-AZ DB clusters, copies and restored databases. */
class ClustersTest {
  private static final String INSTANCE = "aws:rds/instance:Instance";
  private static final ResourceNode AURORA =
      node("aws:rds/cluster:Cluster", "au", Map.of("engine", "aurora-postgresql"));

  private static ResourceNode member(String name, Map<String, Object> inputs) {
    return node(
        "aws:rds/clusterInstance:ClusterInstance", name, inputs, to("clusterIdentifier", AURORA));
  }

  @Test
  void aClusterSpansZonesByItsInstances() {
    ResourceNode a = member("a", Map.of("availabilityZone", "eu-1a"));
    ResourceNode alsoA = member("also-a", Map.of("availabilityZone", "eu-1a"));
    ResourceNode b = member("b", Map.of("availabilityZone", "eu-1b"));
    ResourceNode anywhere = member("anywhere", Map.of());
    String failed = "FAILED [au: its instances are in two zones or more]";

    assertThat(Verdicts.of("RDS Multi-AZ", AURORA, a)).isEqualTo(failed);
    assertThat(Verdicts.of("RDS Multi-AZ", AURORA, anywhere)).isEqualTo(failed);
    assertThat(Verdicts.of("RDS Multi-AZ", AURORA, a, alsoA)).isEqualTo(failed);
    assertThat(Verdicts.of("RDS Multi-AZ", AURORA, a, b)).isEqualTo("PASSED");
    assertThat(Verdicts.of("RDS Multi-AZ", AURORA, a, anywhere)).startsWith("UNKNOWN");
    assertThat(Verdicts.of("RDS Multi-AZ", AURORA)).startsWith("UNKNOWN");
  }

  @Test
  void aMultiAzDbClusterHasInstancesInThreeZones() {
    assertThat(
            Verdicts.of(
                "RDS Multi-AZ",
                node(
                    "aws:rds/cluster:Cluster",
                    "db",
                    Map.of("engine", "postgres", "dbClusterInstanceClass", "db.m6gd.large"))))
        .isEqualTo("PASSED");
  }

  @ParameterizedTest
  @CsvSource({
    "Backups,FAILED",
    "Deletion guard,FAILED",
    "RDS encrypted,FAILED",
    "RDS auth,FAILED",
    "Master secret,FAILED",
    "Admin name,UNKNOWN",
    "RDS logs,FAILED",
    "TLS to the DB,UNKNOWN",
    "RDS private,UNKNOWN",
    "Backup plan,FAILED",
    "Events,FAILED"
  })
  void noControlOfDatabasesLeavesABareClusterOut(String control, String status) {
    assertThat(Verdicts.of(control, AURORA)).startsWith(status);
  }

  @Test
  void aPublicInstanceOfAClusterIsPublic() {
    assertThat(
            Verdicts.of("RDS private", AURORA, member("one", Map.of("publiclyAccessible", true))))
        .startsWith("FAILED [one: publiclyAccessible is false");
  }

  @Test
  void monitoringOfTheClusterIsThatOfItsInstances() {
    Map<String, Object> monitored =
        Map.of(
            "engine", "aurora-postgresql",
            "monitoringInterval", 60L,
            "monitoringRoleArn", "role",
            "performanceInsightsEnabled", true,
            "performanceInsightsKmsKeyId", "key");
    ResourceNode cluster = node("aws:rds/cluster:Cluster", "au", monitored);

    assertThat(Verdicts.of("RDS monitoring", cluster, member("one", Map.of()))).isEqualTo("PASSED");
    assertThat(Verdicts.of("RDS monitoring", AURORA, member("one", Map.of()))).startsWith("FAILED");
  }

  private static String encrypted(ResourceNode... nodes) {
    return Verdicts.of("RDS encrypted", nodes);
  }

  @Test
  void aReplicaIsEncryptedLikeItsSource() {
    ResourceNode source =
        node(INSTANCE, "source", Map.of("storageEncrypted", true, "kmsKeyId", "key"));
    ResourceNode bare = node(INSTANCE, "bare", Map.of("kmsKeyId", "key"));
    Map<String, Object> inputs = Map.of("replicateSourceDb", "x");

    assertThat(encrypted(source, node(INSTANCE, "copy", inputs, to("replicateSourceDb", source))))
        .isEqualTo("PASSED");
    assertThat(encrypted(bare, node(INSTANCE, "copy", inputs, to("replicateSourceDb", bare))))
        .isEqualTo("FAILED [bare: its storage is encrypted; copy: its storage is encrypted]");
    assertThat(encrypted(node(INSTANCE, "copy", inputs))).startsWith("UNKNOWN [copy");
    assertThat(
            encrypted(
                node(INSTANCE, "copy", Map.of("replicateSourceDb", "arn:x", "kmsKeyId", "key"))))
        .isEqualTo("PASSED");
  }

  @Test
  void theEncryptionOfASnapshotIsNotKnown() {
    assertThat(encrypted(node(INSTANCE, "db", Map.of("snapshotIdentifier", "s"))))
        .isEqualTo("UNKNOWN [db: its storage is encrypted; db: kmsKeyId is set]");
  }

  @Test
  void aSnapshotThatIsSharedWithAllIsPublic() {
    String type = "aws:rds/snapshot:Snapshot";

    assertThat(
            Verdicts.of(
                "RDS private", node(type, "s", Map.of("sharedAccounts", List.of("1", "all")))))
        .isEqualTo("FAILED [s: it is shared with named accounts only]");
    assertThat(Verdicts.of("RDS private", node(type, "s", Map.of("sharedAccounts", List.of("1")))))
        .isEqualTo("PASSED");
  }

  @ParameterizedTest
  @CsvSource({
    "postgres,16.4,PASSED",
    "postgres,14.12,FAILED",
    "postgres,,UNKNOWN",
    "aurora-postgresql,16.4,UNKNOWN",
    "mysql,8.0,FAILED",
    "sqlserver-ee,16,FAILED",
    "oracle-ee,19,UNKNOWN"
  })
  void withoutAGroupOfItsOwnTheEngineDecidesOnTls(String engine, String version, String status) {
    Map<String, Object> inputs = new java.util.TreeMap<>(Map.of("engine", engine));
    if (version != null) {
      inputs.put("engineVersion", version);
    }
    assertThat(Verdicts.of("TLS to the DB", node(INSTANCE, "db", inputs)).split(" ", 2)[0])
        .isEqualTo(status);
    inputs.put("parameterGroupName", "default." + engine);
    assertThat(Verdicts.of("TLS to the DB", node(INSTANCE, "db", inputs)).split(" ", 2)[0])
        .isEqualTo(status);
    inputs.put("parameterGroupName", "theirs");
    assertThat(Verdicts.of("TLS to the DB", node(INSTANCE, "db", inputs))).startsWith("UNKNOWN");
  }

  @Test
  void aParameterThatComesTwiceIsNotKnown() {
    ResourceNode group =
        node(
            "aws:rds/parameterGroup:ParameterGroup",
            "group",
            Map.of(
                "parameters",
                List.of(
                    Map.of("name", "rds.force_ssl", "value", "1"),
                    Map.of("name", "rds.force_ssl", "value", 0.0))));
    ResourceNode database =
        node(INSTANCE, "db", Map.of("engine", "postgres"), to("parameterGroupName", group));

    assertThat(Verdicts.of("TLS to the DB", group, database)).startsWith("UNKNOWN");
  }

  @Test
  void anAdministratorsNameIsUsualInAnySpelling() {
    assertThat(Verdicts.of("Admin name", node(INSTANCE, "db", Map.of("username", "Admin"))))
        .startsWith("FAILED");
    assertThat(
            Verdicts.of(
                "Admin name",
                node("aws:rds/cluster:Cluster", "au", Map.of("masterUsername", "postgres"))))
        .startsWith("FAILED");
  }

  @Test
  void anEngineWithoutIamIsNotAskedForIt() {
    assertThat(Verdicts.of("RDS auth", node(INSTANCE, "db", Map.of("engine", "oracle-ee"))))
        .isEqualTo("NOT_APPLICABLE");
  }

  private static final ResourceNode DATABASE =
      node(INSTANCE, "db", Map.of("identifier", "shop", "tags", Map.of("Backup", "yes")));

  private static String backup(ResourceNode plan, Map<String, Object> selection) {
    return Verdicts.of(
        "Backup plan",
        DATABASE,
        plan,
        node("aws:backup/selection:Selection", "s", selection, to("planId", plan)));
  }

  @Test
  void aPlanWithoutRulesBacksUpNothing() {
    Map<String, Object> all = Map.of("resources", List.of("*"));

    assertThat(backup(node("aws:backup/plan:Plan", "p", Map.of("rules", List.of())), all))
        .isEqualTo("FAILED [db: AWS Backup selects it]");
    assertThat(backup(node("aws:backup/plan:Plan", "p", Map.of("rules", List.of("x"))), all))
        .isEqualTo("PASSED");
    assertThat(
            Verdicts.of("Backup plan", DATABASE, node("aws:backup/selection:Selection", "s", all)))
        .startsWith("UNKNOWN");
  }

  @ParameterizedTest
  @CsvSource({
    "*,PASSED",
    "arn:aws:rds:*:*:db:*,PASSED",
    "arn:aws:rds:*:*:cluster:*,FAILED",
    "arn:aws:rds:*:*:db:shop,PASSED",
    "arn:aws:rds:eu-central-1:1:db:shop,PASSED",
    "arn:aws:rds:eu-central-1:1:db:other,FAILED",
    "arn:aws:rds:*:*:db:sh*,UNKNOWN"
  })
  void aPatternForAllSelectsAndOneForSomeMay(String pattern, String status) {
    assertThat(
            backup(
                node("aws:backup/plan:Plan", "p", Map.of("rules", List.of("x"))),
                Map.of("resources", List.of(pattern))))
        .startsWith(status);
  }

  @Test
  void aRegionThatLeavesRdsOutBacksUpNoDatabase() {
    ResourceNode plan = node("aws:backup/plan:Plan", "p", Map.of("rules", List.of("x")));
    ResourceNode selection =
        node(
            "aws:backup/selection:Selection",
            "s",
            Map.of("resources", List.of("*")),
            to("planId", plan));
    ResourceNode settings =
        node(
            "aws:backup/regionSettings:RegionSettings",
            "r",
            Map.of("resourceTypeOptInPreference", Map.of("RDS", false)));

    assertThat(Verdicts.of("Backup plan", DATABASE, plan, selection, settings))
        .isEqualTo("FAILED [db: AWS Backup selects it]");
  }
}
