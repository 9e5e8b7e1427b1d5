package dev.mainstay.database;

import static dev.mainstay.database.DatabaseFixture.DB_INSTANCE;
import static dev.mainstay.database.DatabaseFixture.LOG_GROUP;
import static dev.mainstay.database.DatabaseFixture.PARAMETERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import com.pulumi.test.PulumiTest;
import dev.mainstay.Deployed;
import dev.mainstay.config.Refusal;
import dev.mainstay.config.Relaxation;
import dev.mainstay.graph.ResourceNode;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseTest {

  private final DatabaseArgs args = DatabaseFixture.args();

  private Deployed deployed() {
    return DatabaseFixture.deployed(args);
  }

  private ResourceNode instance() {
    return deployed().get(DB_INSTANCE, "database");
  }

  @Test
  void theDefaultsAreHighlyAvailableAndBackedUp() {
    assertThat(instance().inputs())
        .contains(
            entry("identifier", "mainstay-test"),
            entry("engine", "postgres"),
            entry("engineVersion", "17"),
            entry("instanceClass", "db.t4g.medium"),
            entry("multiAz", true),
            entry("allocatedStorage", 100L),
            entry("maxAllocatedStorage", 200L),
            entry("storageType", "gp3"),
            entry("username", "mainstay"),
            entry("port", 5432L),
            entry("backupRetentionPeriod", 35L),
            entry("backupWindow", "01:00-02:00"),
            entry("maintenanceWindow", "sun:03:30-sun:04:30"),
            entry("applyImmediately", false),
            entry("allowMajorVersionUpgrade", false),
            entry("deleteAutomatedBackups", false),
            entry("skipFinalSnapshot", false))
        .doesNotContainKeys(
            "iops",
            "storageThroughput",
            "dbName",
            "snapshotIdentifier",
            "availabilityZone",
            "blueGreenUpdate",
            "password");
  }

  @Test
  void everySettingReachesItsResource() {
    DatabaseFixture.ownCredentials(args);
    args.engineVersion = "16.9";
    args.instanceClass = "db.m7g.large";
    args.multiAz = false;
    args.storageGib = 400;
    args.maxStorageGib = 1_000;
    args.iops = 16_000;
    args.throughputMibps = 1_000;
    args.identifier = "orders";
    args.name = "orders";
    args.username = "root";
    args.backupRetentionDays = 7;
    args.backupWindow = "05:00-06:00";
    args.maintenanceWindow = "mon:07:00-mon:08:00";
    args.deletionProtection = false;
    args.finalSnapshot = false;
    args.monitoringIntervalSeconds = 15;
    args.databaseInsights = "advanced";
    args.blueGreenUpdates = true;
    args.applyImmediately = true;
    args.allowMajorVersionUpgrade = true;
    args.port = 6543;
    args.logRetentionDays(30);
    Deployed deployed = deployed();

    ResourceNode instance = deployed.get(DB_INSTANCE, "database");
    assertThat(instance.inputs())
        .contains(
            entry("engineVersion", "16.9"),
            entry("instanceClass", "db.m7g.large"),
            entry("multiAz", false),
            entry("allocatedStorage", 400L),
            entry("maxAllocatedStorage", 1_000L),
            entry("iops", 16_000L),
            entry("storageThroughput", 1_000L),
            entry("identifier", "orders"),
            entry("dbName", "orders"),
            entry("username", "root"),
            entry("backupRetentionPeriod", 7L),
            entry("backupWindow", "05:00-06:00"),
            entry("maintenanceWindow", "mon:07:00-mon:08:00"),
            entry("deletionProtection", false),
            entry("skipFinalSnapshot", true),
            entry("deleteAutomatedBackups", true),
            entry("monitoringInterval", 15L),
            entry("databaseInsightsMode", "advanced"),
            entry("performanceInsightsRetentionPeriod", 465L),
            entry("blueGreenUpdate", Map.of("enabled", true)),
            entry("applyImmediately", true),
            entry("allowMajorVersionUpgrade", true),
            entry("port", 6543L));
    assertThat(instance.protect()).isFalse();
    assertThat(deployed.get(PARAMETERS, "database-postgres16").inputs())
        .containsEntry("family", "postgres16");
    assertThat(deployed.all(LOG_GROUP)).allMatch(it -> it.number("retentionInDays", 0) == 30);
  }

  @Test
  void aVolumeFrom400GibUpIsToldItsSpeed() {
    args.storageGib = 400;
    assertThat(instance().inputs())
        .contains(entry("iops", 12_000L), entry("storageThroughput", 500L));
  }

  @Test
  void theLargestVolumeGrowsNoFurther() {
    args.storageGib = 65_536;
    assertThat(instance().inputs()).containsEntry("maxAllocatedStorage", 0L);
  }

  @Test
  void monitoringAndInsightsCanBeSwitchedOff() {
    args.monitoringIntervalSeconds = 0;
    args.databaseInsights = "off";
    Deployed deployed = deployed();
    assertThat(deployed.all("aws:iam/role:Role")).isEmpty();
    assertThat(deployed.get(DB_INSTANCE, "database").inputs())
        .contains(entry("monitoringInterval", 0L), entry("performanceInsightsEnabled", false))
        .doesNotContainKeys(
            "monitoringRoleArn", "performanceInsightsKmsKeyId", "databaseInsightsMode");
  }

  @Test
  void aSnapshotBringsItsUserAndDatabases() {
    args.restoreFromSnapshot = "before-the-fire";
    assertThat(instance().inputs())
        .contains(
            entry("snapshotIdentifier", "before-the-fire"), entry("manageMasterUserPassword", true))
        .doesNotContainKeys("username", "dbName");
  }

  @Test
  void replicasReadFromThePrimaryAndAreNotKept() {
    DatabaseFixture.ownCredentials(args);
    args.readReplicas = 2;
    Deployed deployed = deployed();

    ResourceNode primary = deployed.get(DB_INSTANCE, "database");
    ResourceNode replica = deployed.get(DB_INSTANCE, "database-replica-2");
    assertThat(deployed.all(DB_INSTANCE)).hasSize(3);
    assertThat(replica.inputs())
        .contains(
            entry("identifier", "mainstay-test-replica-2"),
            entry("replicateSourceDb", primary.text("identifier", "")),
            entry("storageEncrypted", true),
            entry("publiclyAccessible", false),
            entry("iamDatabaseAuthenticationEnabled", true),
            entry("skipFinalSnapshot", true))
        .doesNotContainKeys(
            "kmsKeyId",
            "dbSubnetGroupName",
            "finalSnapshotIdentifier",
            "engine",
            "engineVersion",
            "username",
            "password",
            "backupRetentionPeriod");
    assertThat(replica.protect()).isFalse();
    assertThat(deployed.all(LOG_GROUP))
        .extracting(it -> it.text("name", ""))
        .contains("/aws/rds/instance/mainstay-test-replica-2/postgresql")
        .hasSize(6);
  }

  @Test
  void theOutputsSayWhereTheDatabaseIsAndWhoMayEnter() {
    DatabaseFixture.ownCredentials(args);
    args.readReplicas = 1;
    var outputs = new ArrayList<Object>();
    Deployed.by(
        () -> {
          var database = new Database("database", args, null);
          outputs.add(PulumiTest.extractValue(database.identifier()));
          outputs.add(PulumiTest.extractValue(database.port()));
          outputs.add(PulumiTest.extractValue(database.address()));
          outputs.add(PulumiTest.extractValue(database.resourceId()));
          outputs.add(PulumiTest.extractValue(database.readerAddresses()));
          outputs.add(PulumiTest.extractValue(database.secretArn()));
          outputs.add(PulumiTest.extractValue(database.arn()));
        });

    assertThat(outputs).doesNotContainNull().startsWith("mainstay-test", 5432);
    assertThat(outputs.get(2).toString()).startsWith("database-").endsWith(".amazonaws.com");
    assertThat(outputs.get(3).toString()).startsWith("db-");
    assertThat(outputs.get(4).toString()).startsWith("[database-replica-1-");
    assertThat(outputs.get(5).toString()).contains(":secretsmanager:", "database-master");
    assertThat(outputs.get(6).toString()).contains(":rds:");
  }

  @Test
  void namesCarryTheStackSoThatTwoOfThemCanBeToldApart() {
    assertThat(instance().input("tags.Name")).contains("mainstay-test-database");
  }

  @Test
  void theDefaultsRelaxNothing() {
    assertThat(args.relaxations()).isEmpty();
  }

  @Test
  void theCheaperSettingsAreNamedAsRelaxations() {
    DatabaseFixture.ownCredentials(args);
    args.multiAz = false;
    args.backupRetentionDays = 6;
    args.deletionProtection = false;
    args.finalSnapshot = false;
    args.monitoringIntervalSeconds = 0;
    args.databaseInsights = "off";
    assertThat(args.relaxations())
        .extracting(Relaxation::key, Relaxation::effect)
        .containsExactly(
            tuple("multiAz", "no standby: down if its instance or zone fails"),
            tuple("backupRetentionDays", "point-in-time recovery covers less than 7 days"),
            tuple("deletionProtection", "one command deletes the database"),
            tuple("finalSnapshot", "no final snapshot: a deletion loses the data"),
            tuple("credentials", "the master password is in the Pulumi state and is not rotated"),
            tuple("monitoringIntervalSeconds", "no metrics of the operating system"),
            tuple("databaseInsights", "no record of slow queries"));
  }

  @Test
  void unsoundArgsRegisterNothing() {
    args.storageGib = 10;
    args.port = 80;
    assertThatThrownBy(this::deployed)
        .isInstanceOf(Refusal.class)
        .hasMessage(
            """
            database has 2 problems; nothing was registered.
              - storageGib is 10; allowed: 20 to 65536 (GiB); with io1 and io2 at least 100
              - port is 80; allowed: 1150 to 65535\
            """);
  }
}
