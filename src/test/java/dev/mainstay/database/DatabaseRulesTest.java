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
  void anUnknownStorageTypeIsRefused() {
    args.storageType = "gp4";
    assertRefused("storageType is \"gp4\"; allowed: gp3, gp2, io1, io2; did you mean gp3?");
  }

  @Test
  void storageBelowTwentyGibIsRefused() {
    args.storageGib = 19;
    assertRefused("storageGib is 19; allowed: 20 to 65536 (GiB), with io1 and io2 from 100");
    args.storageGib = 20;
    assertAllowed();
  }

  @Test
  void storageAboveTheLargestVolumeIsRefused() {
    args.storageGib = 65_537;
    args.maxStorageGib = 0;
    assertRefused("storageGib is 65537; allowed: 20 to 65536 (GiB), with io1 and io2 from 100");
    args.storageGib = 65_536;
    args.maxStorageGib = null;
    assertAllowed();
  }

  @Test
  void provisionedStorageBelowAHundredGibIsRefused() {
    args.storageType = "io1";
    args.storageGib = 99;
    args.iops = 1_000;
    assertRefused("storageGib is 99; allowed: 20 to 65536 (GiB), with io1 and io2 from 100");
    args.storageGib = 100;
    assertAllowed();
  }

  @Test
  void aCeilingWithinATenthOfTheStorageIsRefused() {
    args.maxStorageGib = 109;
    assertRefused(
        "maxStorageGib is 109; allowed: 0 (no growth), or at least a tenth more than storageGib,"
            + " up to 65536 (GiB); storageGib is 100");
    args.maxStorageGib = 110;
    assertAllowed();
    args.maxStorageGib = 0;
    assertAllowed();
  }

  @Test
  void speedOfASmallGp3VolumeIsRefusedEvenAtItsBaseline() {
    args.storageGib = 399;
    args.iops = 3_000;
    args.throughputMibps = 125;
    assertRefused(
        "iops is 3000; allowed: not set with gp2, and with gp3 below 400 GiB,"
            + " which always has 3000",
        "throughputMibps is 125;"
            + " allowed: not set but with gp3 from 400 GiB up; smaller ones always have 125");
  }

  @Test
  void speedOfALargeGp3VolumeHasBounds() {
    args.storageGib = 400;
    args.iops = 11_999;
    assertRefused("iops is 11999; allowed: 12000 to 64000 with gp3 from 400 GiB up");
    args.iops = 64_001;
    assertRefused("iops is 64001; allowed: 12000 to 64000 with gp3 from 400 GiB up");
    args.iops = 16_000;
    args.throughputMibps = 4_000;
    assertAllowed();
    args.throughputMibps = 499;
    assertRefused(
        "throughputMibps is 499; allowed: 500 to 4000 (MiB/s), and at most a quarter of iops");
    args.iops = 12_000;
    args.throughputMibps = 3_001;
    assertRefused(
        "throughputMibps is 3001; allowed: 500 to 4000 (MiB/s), and at most a quarter of iops");
    args.throughputMibps = 3_000;
    assertAllowed();
  }

  @Test
  void provisionedStorageNeedsASpeedInProportion() {
    args.storageType = "io1";
    assertRefused(
        "iops is not set;"
            + " allowed: 1000 or more with io1 and io2, and with io1 at most 50 for each GiB");
    args.iops = 5_001;
    assertRefused(
        "iops is 5001;"
            + " allowed: 1000 or more with io1 and io2, and with io1 at most 50 for each GiB");
    args.iops = 5_000;
    assertAllowed();
    args.storageType = "io2";
    args.iops = 5_001;
    assertAllowed();
    args.iops = 999;
    assertRefused(
        "iops is 999;"
            + " allowed: 1000 or more with io1 and io2, and with io1 at most 50 for each GiB");
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
}
