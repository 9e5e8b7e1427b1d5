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
  void aVersionThatIsNoneIsRefused() {
    for (String version : List.of("seventeen", "17.", "")) {
      args.engineVersion = version;
      assertRefused(
          "engineVersion is \"%s\"; allowed: a PostgreSQL version, such as 17 or 17.5"
              .formatted(version));
    }
  }

  @Test
  void aVersionThatIsNotMadeAnyMoreIsRefused() {
    args.engineVersion = "17.2";
    assertRefused(
        "engineVersion is \"17.2\"; allowed: a version of which RDS makes new instances;"
            + " a major version alone takes its newest: 11, 12, 13, 14, 15, 16, 17, 18");
  }

  @Test
  void aVersionNewerThanTheDataIsAllowed() {
    args.engineVersion = "21.1";
    assertAllowed();
  }

  @Test
  void aMisspeltClassIsRefusedWithTheNearestOne() {
    args.instanceClass = "db.t4g.mirco";
    assertRefused(
        "instanceClass is \"db.t4g.mirco\"; allowed: an instance class such as db.m7g.large;"
            + " did you mean db.t4g.micro?");
  }

  @Test
  void aClassThatDoesNotRunTheVersionIsRefused() {
    args.instanceClass = "db.t4g.medium";
    args.engineVersion = "11";
    assertRefused(
        "instanceClass is \"db.t4g.medium\";"
            + " allowed: a class that RDS offers for this PostgreSQL version;"
            + " engineVersion is 11");
  }

  @Test
  void aClassThatIsRetiredIsRefused() {
    args.instanceClass = "db.m3.large";
    assertThat(args.problems())
        .extracting(Problem::message)
        .contains(
            "instanceClass is \"db.m3.large\";"
                + " allowed: a class that RDS offers for this PostgreSQL version;"
                + " engineVersion is 17");
  }

  @Test
  void aClassThatTheRegionDoesNotHaveIsRefused() {
    args.region("ca-west-1");
    assertRefused(
        "instanceClass is \"db.t4g.medium\"; allowed: a class that RDS offers in this region;"
            + " the region is ca-west-1");
  }

  @Test
  void aClassNewerThanTheDataIsAllowed() {
    args.instanceClass = "db.m12g.large";
    assertAllowed();
  }

  @Test
  void identifiersThatRdsRefusesAreRefused() {
    for (String identifier :
        List.of("Prod", "1prod", "prod-", "pro--d", "pro_d", "", "p".repeat(64))) {
      args.identifier = identifier;
      assertRefused(
          "identifier is \"%s\"; allowed: 1 to 63 lower-case letters, digits and hyphens,"
                  .formatted(identifier)
              + " a letter first, no two hyphens together, none at the end");
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
            + " which add -replica-1 to it; readReplicas is 1");
    args.identifier = "p".repeat(52);
    assertAllowed();
  }

  @Test
  void databaseNamesThatRdsRefusesAreRefused() {
    for (String name : List.of("1app", "my-app", "", "a".repeat(64))) {
      args.name = name;
      assertRefused(
          "name is \"%s\"; allowed: a letter, then up to 62 letters, digits and underscores"
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
        "name is \"app\";"
            + " allowed: not set with restoreFromSnapshot, which brings its databases");
  }

  @Test
  void reservedAndMalformedUserNamesAreRefused() {
    for (String name :
        List.of("postgres", "Admin", "rdsadmin", "pg_me", "1st", "a".repeat(17), "")) {
      args.username = name;
      assertRefused(
          "username is \"%s\"; allowed: a letter, then up to 15 letters, digits and underscores;"
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
          "parameters is {%s: \"%s\"}; allowed: nothing that turns off"
                  .formatted(off.getKey(), off.getValue())
              + " rds.force_ssl, log_statement or log_min_duration_statement");
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
        "backupWindow is \"02:00-02:29\"; allowed: hh:mm-hh:mm in UTC, 30 minutes or more",
        "maintenanceWindow is \"sun:04:00-sun:04:29\";"
            + " allowed: ddd:hh:mm-ddd:hh:mm in UTC, 30 minutes or more");
    args.backupWindow = "2-3";
    args.maintenanceWindow = "sunday night";
    assertRefused(
        "backupWindow is \"2-3\"; allowed: hh:mm-hh:mm in UTC, 30 minutes or more",
        "maintenanceWindow is \"sunday night\";"
            + " allowed: ddd:hh:mm-ddd:hh:mm in UTC, 30 minutes or more");
  }

  @Test
  void windowsThatOverlapAreRefused() {
    args.backupWindow = "23:30-00:30";
    args.maintenanceWindow = "sun:00:00-sun:01:00";
    assertRefused(
        "maintenanceWindow is \"sun:00:00-sun:01:00\";"
            + " allowed: a time outside of the backup window; backupWindow is 23:30-00:30");
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
        "databaseInsights is \"advance\"; allowed: standard, advanced, off; did you mean advanced?");
  }

  @Test
  void aMajorUpgradeThatWaitsForTheWindowIsRefused() {
    args.allowMajorVersionUpgrade = true;
    assertRefused(
        "allowMajorVersionUpgrade is true;"
            + " allowed: true only with applyImmediately or blueGreenUpdates;"
            + " an upgrade that waits for its window keeps the old parameters");
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
    assertRefused("credentials is \"own\"; allowed: managed, or own together with a password");
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
        "readReplicas is 1; allowed: 0 with a managed master password; set credentials to own");
  }

  @Test
  void blueGreenUpdatesWithAManagedPasswordAreRefused() {
    args.blueGreenUpdates = true;
    assertRefused(
        "blueGreenUpdates is true; allowed: false with a managed master password;"
            + " set credentials to own");
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
