package dev.mainstay.disruption;

import static dev.mainstay.disruption.Felt.change;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseChangesTest {
  private static final String INSTANCE = "aws:rds/instance:Instance";
  private static final String PARAMETERS = "aws:rds/parameterGroup:ParameterGroup";

  @Test
  void aClassChangeOverTwoZonesIsAFailover() {
    assertThat(
            change(
                INSTANCE,
                Map.of(
                    "instanceClass", "db.m7g.large",
                    "multiAz", true,
                    "maintenanceWindow", "sun:03:00-sun:04:00"),
                Map.of(
                    "instanceClass", "db.m7g.xlarge",
                    "multiAz", true,
                    "maintenanceWindow", "sun:03:00-sun:04:00")))
        .containsExactly(
            "it instanceClass: db.m7g.large -> db.m7g.xlarge is FAILOVER (60-120 s, while the"
                + " standby is promoted) in the maintenance window sun:03:00-sun:04:00, loses "
                + " [rds-guide-2023 tf-rds-instance]");
  }

  @Test
  void aClassChangeInOneZoneIsDowntime() {
    String downtime = "(yes, for minutes: the instance restarts on another host)";
    assertThat(
            change(
                INSTANCE,
                Map.of("instanceClass", "a", "multiAz", false),
                Map.of("instanceClass", "b", "multiAz", true, "applyImmediately", true)))
        .contains(
            "it instanceClass: a -> b is REBOOT "
                + downtime
                + " immediately, loses  [rds-guide-2023 tf-rds-instance]");
    assertThat(
            change(
                INSTANCE,
                Map.of("instanceClass", "a", "multiAz", true),
                Map.of("instanceClass", "b", "multiAz", false)))
        .contains(
            "it instanceClass: a -> b is REBOOT "
                + downtime
                + " in the maintenance window, loses  [rds-guide-2023 tf-rds-instance]");
  }

  @Test
  void blueGreenUpdatesOnlyDropConnections() {
    assertThat(
            change(
                INSTANCE,
                Map.of("engineVersion", "16.4"),
                Map.of("engineVersion", "17.2", "blueGreenUpdate", Map.of("enabled", true))))
        .contains(
            "it engineVersion: 16.4 -> 17.2 is CONNECTION_DROP (connections drop while the"
                + " upgraded copy becomes the database; typically under a minute) immediately,"
                + " loses  [rds-blue-green-guide]");
  }

  @Test
  void aMajorVersionNeedsPermissionAndAMinorDoesNot() {
    assertThat(change(INSTANCE, Map.of("engineVersion", "16.4"), Map.of("engineVersion", "17.4")))
        .containsExactly(
            "it engineVersion: 16.4 -> 17.4 is REFUSED (AWS requires allowMajorVersionUpgrade for"
                + " a major version) immediately, loses  [rds-guide-upgrade]");
    assertThat(change(INSTANCE, Map.of("engineVersion", "17.4"), Map.of("engineVersion", "17.5")))
        .containsExactly(
            "it engineVersion: 17.4 -> 17.5 is REBOOT (yes: RDS upgrades the primary and the"
                + " standby together) in the maintenance window, loses  [rds-guide-2023"
                + " rds-guide-upgrade]");
  }

  @Test
  void storageGrowsAndNeverShrinks() {
    assertThat(change(INSTANCE, Map.of("allocatedStorage", 100L), Map.of("allocatedStorage", 200L)))
        .containsExactly(
            "it allocatedStorage: 100 -> 200 is NOTHING (no; slower until the volume is optimized;"
                + " AWS refuses another storage change for 6 h) in the maintenance window, loses "
                + " [rds-guide-2023 tf-rds-instance]");
    assertThat(change(INSTANCE, Map.of("allocatedStorage", 200L), Map.of("allocatedStorage", 100L)))
        .containsExactly(
            "it allocatedStorage: 200 -> 100 is REFUSED (RDS does not shrink storage) immediately,"
                + " loses  [rds-guide-2023 tf-rds-instance]");
  }

  @Test
  void aSizeOrVersionThatIsNotGivenIsNeitherLessNorMore() {
    assertThat(change(INSTANCE, Map.of("allocatedStorage", 100L), Map.of()))
        .containsExactly(
            "it allocatedStorage: 100 ->  is UNKNOWN (not known: no record of this change of"
                + " allocatedStorage of aws:rds/instance:Instance) , loses  []");
    assertThat(change(INSTANCE, Map.of(), Map.of("allocatedStorage", 100L)))
        .containsExactly(
            "it allocatedStorage:  -> 100 is UNKNOWN (not known: no record of this change of"
                + " allocatedStorage of aws:rds/instance:Instance) , loses  []");
    assertThat(change(INSTANCE, Map.of("engineVersion", "17"), Map.of()))
        .containsExactly(
            "it engineVersion: 17 ->  is REBOOT (yes: RDS upgrades the primary and the standby"
                + " together) in the maintenance window, loses  [rds-guide-2023"
                + " rds-guide-upgrade]");
    assertThat(change(INSTANCE, Map.of(), Map.of("engineVersion", "17")))
        .containsExactly(
            "it engineVersion:  -> 17 is REBOOT (yes: RDS upgrades the primary and the standby"
                + " together) in the maintenance window, loses  [rds-guide-2023"
                + " rds-guide-upgrade]");
  }

  @Test
  void backupsSwitchedOnOrOffAreDowntime() {
    String property = "backupRetentionPeriod";
    assertThat(change(INSTANCE, Map.of(property, 0L), Map.of(property, 7L)))
        .containsExactly(
            "it backupRetentionPeriod: 0 -> 7 is REBOOT (yes, single- and multi-AZ) in the"
                + " maintenance window, loses  [rds-guide-2023 tf-rds-instance]");
    assertThat(change(INSTANCE, Map.of(property, 7L), Map.of(property, 0L)).get(0))
        .startsWith("it backupRetentionPeriod: 7 -> 0 is DATA_LOSS (yes, single- and multi-AZ)");
    assertThat(change(INSTANCE, Map.of(), Map.of(property, 7L)).get(0))
        .startsWith("it backupRetentionPeriod:  -> 7 is REBOOT");
    assertThat(change(INSTANCE, Map.of(property, 0L), Map.of()).get(0))
        .startsWith("it backupRetentionPeriod: 0 ->  is NOTHING");
    assertThat(change(INSTANCE, Map.of(property, 7L), Map.of(property, 35L)))
        .containsExactly(
            "it backupRetentionPeriod: 7 -> 35 is NOTHING (no) soon after, loses  [rds-guide-2023"
                + " tf-rds-instance]");
  }

  @Test
  void magneticStorageDropsConnections() {
    assertThat(change(INSTANCE, Map.of("storageType", "standard"), Map.of("storageType", "gp3")))
        .containsExactly(
            "it storageType: standard -> gp3 is CONNECTION_DROP (brief while the process starts)"
                + " in the maintenance window, loses  [own reading (unverified)]");
    assertThat(change(INSTANCE, Map.of("storageType", "gp2"), Map.of("storageType", "gp3")).get(0))
        .startsWith(
            "it storageType: gp2 -> gp3 is NOTHING (no; AWS refuses another storage change for 6 h)");
  }

  @Test
  void theFirstParameterAndTheLastWaitForARebootToo() {
    var none = Map.<String, Object>of("family", "postgres17");
    var one =
        Map.<String, Object>of(
            "family",
            "postgres17",
            "parameters",
            List.of(parameter("max_connections", "200", "pending-reboot")));
    String waits =
        " is REBOOT (no, until the databases that use it are rebooted: the value applies only"
            + " then) at the next reboot, loses  [rds-guide-2023]";
    String value = "{applyMethod=pending-reboot, name=max_connections, value=200}";

    assertThat(change(PARAMETERS, none, one))
        .containsExactly("it parameters[max_connections]:  -> " + value + waits);
    assertThat(change(PARAMETERS, one, none))
        .containsExactly("it parameters[max_connections]: " + value + " -> " + waits);
  }

  private static Map<String, Object> parameter(String name, String value, String method) {
    return Map.of("name", name, "value", value, "applyMethod", method);
  }

  @Test
  void aStaticParameterWaitsForAReboot() {
    assertThat(
            change(
                PARAMETERS,
                Map.of(
                    "parameters",
                    List.of(
                        parameter("work_mem", "1", "immediate"),
                        parameter("max_connections", "1", "pending-reboot"),
                        parameter("gone", "1", "pending-reboot"),
                        Map.of("name", "method", "value", "1"))),
                Map.of(
                    "parameters",
                    List.of(
                        parameter("max_connections", "2", "pending-reboot"),
                        parameter("work_mem", "2", "immediate"),
                        parameter("method", "1", "pending-reboot")))))
        .containsExactly(
            "it parameters[gone]: {applyMethod=pending-reboot, name=gone, value=1} ->  is REBOOT"
                + " (no, until the databases that use it are rebooted: the value applies only"
                + " then) at the next reboot, loses  [rds-guide-2023]",
            "it parameters[max_connections].value: 1 -> 2 is REBOOT (no, until the databases that"
                + " use it are rebooted: the value applies only then) at the next reboot, loses "
                + " [rds-guide-2023]",
            "it parameters[method].applyMethod:  -> pending-reboot is NOTHING (no) immediately,"
                + " loses  [rds-guide-2023]",
            "it parameters[work_mem].value: 1 -> 2 is NOTHING (no) immediately, loses "
                + " [rds-guide-2023]");
  }
}
