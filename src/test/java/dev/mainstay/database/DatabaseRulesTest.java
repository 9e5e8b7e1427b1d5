package dev.mainstay.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import dev.mainstay.config.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseRulesTest {
  private final DatabaseArgs args =
      new DatabaseArgs().region("eu-central-1").defaultIdentifier("mainstay-test");

  @BeforeEach
  void aSoundStart() {
    assertAllowed();
  }

  private void assertAllowed() {
    assertThat(args.problems()).isEmpty();
  }

  private void assertRefused(String... messages) {
    assertThat(args.problems()).extracting(Problem::message).containsExactly(messages);
  }

  private void ownCredentials() {
    args.credentials = "own";
    args.password(Output.ofSecret("correct horse"));
  }

  @Test
  void identifiersThatRdsRefusesAreRefused() {
    for (String identifier :
        List.of("Prod", "1prod", "prod-", "pro--d", "pro_d", "", "p".repeat(64))) {
      args.identifier = identifier;
      assertRefused(
          "identifier is \"%s\"; allowed: 1 to 63 lowercase letters, digits and single hyphens;"
                  .formatted(identifier)
              + " starts with a letter, does not end with a hyphen");
    }
    args.identifier = "p".repeat(63);
    assertAllowed();
  }

  @Test
  void anIdentifierLeavesRoomForThatOfItsReplicas() {
    ownCredentials();
    args.readReplicas = 1;
    args.identifier = "p".repeat(53);
    assertRefused(
        "identifier is \"%s\"; allowed: up to 52 characters with read replicas,"
                .formatted("p".repeat(53))
            + " whose identifiers end with -replica-1; readReplicas is 1");
    args.identifier = "p".repeat(52);
    assertAllowed();
  }

  @Test
  void databaseNamesThatRdsRefusesAreRefused() {
    for (String name : List.of("1app", "my-app", "", "a".repeat(64))) {
      args.name = name;
      assertRefused(
          "name is \"%s\"; allowed: 1 to 63 letters, digits and underscores; starts with a letter"
              .formatted(name));
    }
    args.name = "a".repeat(63);
    assertAllowed();
  }

  @Test
  void aDatabaseNameBesideASnapshotIsRefused() {
    args.name = "app";
    args.restoreFromSnapshot = "before-the-fire";
    assertRefused(
        "name is \"app\"; allowed: not set together with restoreFromSnapshot: the snapshot contains"
            + " the databases");
  }

  @Test
  void reservedAndMalformedUserNamesAreRefused() {
    for (String name :
        List.of("postgres", "Admin", "rdsadmin", "pg_me", "1st", "a".repeat(17), "")) {
      args.username = name;
      assertRefused(
          "username is \"%s\"; allowed: 1 to 16 letters, digits and underscores; starts with a letter;"
                  .formatted(name)
              + " not admin, postgres, rdsadmin or pg_*");
    }
    args.username = "a".repeat(16);
    assertAllowed();
  }

  @Test
  void aPortOutsideTheRangeIsRefused() {
    args.port = 1_149;
    assertRefused("port is 1149; allowed: 1150 to 65535");
    args.port = 65_536;
    assertRefused("port is 65536; allowed: 1150 to 65535");
  }

  @Test
  void parametersThatTurnOffAControlAreRefused() {
    for (var off :
        Map.of("rds.force_ssl", "0", "log_statement", "none", "log_min_duration_statement", "-1")
            .entrySet()) {
      args.parameters = Map.of(off.getKey(), off.getValue());
      assertRefused(
          "parameters is {%s: \"%s\"}; allowed: parameters that keep"
                  .formatted(off.getKey(), off.getValue())
              + " rds.force_ssl, log_statement and log_min_duration_statement on");
    }
    args.parameters = Map.of("log_statement", "all", "rds.force_ssl", "1");
    assertAllowed();
  }

  @Test
  void retentionOutsideOneToThirtyFiveDaysIsRefused() {
    args.backupRetentionDays = 0;
    assertRefused("backupRetentionDays is 0; allowed: 1 to 35 (days)");
    args.backupRetentionDays = 36;
    assertRefused("backupRetentionDays is 36; allowed: 1 to 35 (days)");
  }

  @Test
  void malformedAndShortWindowsAreRefused() {
    args.backupWindow = "02:00-02:29";
    args.maintenanceWindow = "sun:04:00-sun:04:29";
    assertRefused(
        "backupWindow is \"02:00-02:29\"; allowed: hh:mm-hh:mm in UTC, at least 30 minutes",
        "maintenanceWindow is \"sun:04:00-sun:04:29\"; allowed: ddd:hh:mm-ddd:hh:mm in UTC, at"
            + " least 30 minutes");
    args.backupWindow = "2-3";
    args.maintenanceWindow = "sunday night";
    assertRefused(
        "backupWindow is \"2-3\"; allowed: hh:mm-hh:mm in UTC, at least 30 minutes",
        "maintenanceWindow is \"sunday night\"; allowed: ddd:hh:mm-ddd:hh:mm in UTC, at least 30"
            + " minutes");
  }

  @Test
  void windowsThatOverlapAreRefused() {
    args.backupWindow = "23:30-00:30";
    args.maintenanceWindow = "sun:00:00-sun:01:00";
    assertRefused(
        "maintenanceWindow is \"sun:00:00-sun:01:00\"; allowed: a time outside the backup window;"
            + " backupWindow is 23:30-00:30");
  }

  @Test
  void aMonitoringIntervalThatRdsDoesNotHaveIsRefused() {
    args.monitoringIntervalSeconds = 20;
    assertRefused("monitoringIntervalSeconds is 20; allowed: 0, 1, 5, 10, 15, 30, 60");
  }

  @Test
  void anUnknownInsightsModeIsRefused() {
    args.databaseInsights = "advance";
    assertRefused(
        "databaseInsights is \"advance\"; allowed: standard, advanced, off; did you mean"
            + " advanced?");
  }

  @Test
  void aMajorUpgradeThatWaitsForTheWindowIsRefused() {
    args.allowMajorVersionUpgrade = true;
    assertRefused(
        "allowMajorVersionUpgrade is true; allowed: true only with applyImmediately or"
            + " blueGreenUpdates; an upgrade in the maintenance window would keep the old parameter"
            + " group");
    args.applyImmediately = true;
    assertAllowed();
  }

  @Test
  void unknownCredentialsAreRefused() {
    args.credentials = "mine";
    assertRefused("credentials is \"mine\"; allowed: managed, own");
  }

  @Test
  void ownCredentialsWithoutAPasswordAreRefused() {
    args.credentials = "own";
    assertRefused(
        "credentials is \"own\"; allowed: managed; own requires mainstay:databasePassword");
    ownCredentials();
    assertAllowed();
  }

  @Test
  void moreThanFifteenReplicasAreRefused() {
    ownCredentials();
    args.readReplicas = 16;
    assertRefused("readReplicas is 16; allowed: 0 to 15");
    args.readReplicas = 15;
    assertAllowed();
  }

  @Test
  void replicasWithAManagedPasswordAreRefused() {
    args.readReplicas = 1;
    assertRefused(
        "readReplicas is 1; allowed: 0 with credentials: managed; set credentials to own");
  }

  @Test
  void blueGreenUpdatesWithAManagedPasswordAreRefused() {
    args.blueGreenUpdates = true;
    assertRefused(
        "blueGreenUpdates is true; allowed: false with credentials: managed; set credentials to"
            + " own");
  }

  @Test
  void blueGreenUpdatesWithReplicasAreRefused() {
    ownCredentials();
    args.blueGreenUpdates = true;
    assertAllowed();
    args.readReplicas = 2;
    assertRefused("blueGreenUpdates is true; allowed: false with read replicas; readReplicas is 2");
  }

  @Test
  void theShortestWindowsAreAllowed() {
    args.backupWindow = "01:00-01:30";
    args.maintenanceWindow = "sun:02:00-sun:02:30";
    assertThat(args.problems()).isEmpty();
  }
}
