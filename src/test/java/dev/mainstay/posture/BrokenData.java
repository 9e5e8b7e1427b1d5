package dev.mainstay.posture;

import static dev.mainstay.posture.BrokenControlsTest.broken;
import static dev.mainstay.posture.Mutation.point;
import static dev.mainstay.posture.Mutation.remove;
import static dev.mainstay.posture.Mutation.set;
import static dev.mainstay.posture.Mutation.unset;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Ways to break the controls of the database and the cache. */
public final class BrokenData {
  private static final String DATABASE = "aws:rds/instance:Instance";
  private static final String PARAMETERS = "aws:rds/parameterGroup:ParameterGroup";
  private static final String CACHE = "aws:elasticache/replicationGroup:ReplicationGroup";

  private BrokenData() {}

  static Stream<Arguments> all() {
    return Stream.of(database(), databaseCare(), cache()).flatMap(each -> each);
  }

  private static Stream<Arguments> database() {
    return Stream.of(
        broken("RDS private", "public", set(DATABASE, "*", "publiclyAccessible", true)),
        broken(
            "RDS private",
            "in a public subnet",
            point("aws:rds/subnetGroup:SubnetGroup", "*", "subnetIds", "::network-public-a")),
        broken("RDS encrypted", "not", set(DATABASE, "*", "storageEncrypted", false)),
        broken("RDS encrypted", "key of AWS", unset(DATABASE, "*", "kmsKeyId")),
        broken("TLS to the DB", "optional", parameter("rds.force_ssl", "0")),
        broken(
            "RDS logs",
            "one kind",
            set(DATABASE, "*", "enabledCloudwatchLogsExports", List.of("upgrade"))),
        broken("RDS logs", "no statements", parameter("log_statement", "none")),
        broken("RDS logs", "no durations", parameter("log_min_duration_statement", "-1")),
        broken("RDS auth", "none", unset(DATABASE, "*", "iamDatabaseAuthenticationEnabled")),
        broken("Master secret", "own", unset(DATABASE, "*", "manageMasterUserPassword")),
        broken("Master secret", "key of AWS", unset(DATABASE, "*", "masterUserSecretKmsKeyId")),
        broken("Admin name", "postgres", set(DATABASE, "*", "username", "postgres")));
  }

  /** The parameter group, with one parameter of another value. */
  private static Mutation parameter(String name, String value) {
    var parameters =
        Stream.of("rds.force_ssl", "log_statement", "log_min_duration_statement")
            .map(each -> Map.of("name", each, "value", each.equals(name) ? value : "1"))
            .toList();
    return set(PARAMETERS, "*", "parameters", parameters);
  }

  private static Stream<Arguments> databaseCare() {
    return Stream.of(
        broken("RDS Multi-AZ", "not", set(DATABASE, "*", "multiAz", false)),
        broken("Deletion guard", "AWS", set(DATABASE, "*", "deletionProtection", false)),
        broken("Deletion guard", "snapshot", set(DATABASE, "*", "skipFinalSnapshot", true)),
        broken("Backups", "six days", set(DATABASE, "*", "backupRetentionPeriod", 6L)),
        broken("Backups", "none", unset(DATABASE, "*", "backupRetentionPeriod")),
        broken("Backup plan", "none", remove(SoundStack.SELECTION, "*")),
        broken("RDS monitoring", "interval", set(DATABASE, "*", "monitoringInterval", 0L)),
        broken("RDS monitoring", "role", unset(DATABASE, "*", "monitoringRoleArn")),
        broken("RDS monitoring", "insights", unset(DATABASE, "*", "performanceInsightsEnabled")),
        broken("RDS monitoring", "key", unset(DATABASE, "*", "performanceInsightsKmsKeyId")),
        broken(
            "Minor upgrades, tags, CA",
            "upgrades",
            set(DATABASE, "*", "autoMinorVersionUpgrade", false)),
        broken("Minor upgrades, tags, CA", "tags", unset(DATABASE, "*", "copyTagsToSnapshot")),
        broken(
            "Minor upgrades, tags, CA",
            "CA",
            set(DATABASE, "*", "caCertIdentifier", "rds-ca-2019")),
        broken("Events", "instances", remove(SoundStack.EVENTS, "instances")),
        broken("Events", "parameter groups", remove(SoundStack.EVENTS, "parameters")),
        broken("Events", "switched off", set(SoundStack.EVENTS, "instances", "enabled", false)));
  }

  private static Stream<Arguments> cache() {
    return Stream.of(
        broken("Cache failover", "manual", set(CACHE, "*", "automaticFailoverEnabled", false)),
        broken("Cache failover", "one zone", set(CACHE, "*", "multiAzEnabled", false)),
        broken("Cache failover", "one node", set(CACHE, "*", "numCacheClusters", 1L)),
        broken("Cache crypto", "at rest", set(CACHE, "*", "atRestEncryptionEnabled", false)),
        broken("Cache crypto", "key", unset(CACHE, "*", "kmsKeyId")),
        broken("Cache crypto", "in transit", set(CACHE, "*", "transitEncryptionEnabled", false)),
        broken("Cache crypto", "preferred", set(CACHE, "*", "transitEncryptionMode", "preferred")),
        broken("Cache auth", "nobody", unset(CACHE, "*", "userGroupIds")),
        broken("Cache ops", "snapshots", set(CACHE, "*", "snapshotRetentionLimit", 0L)),
        broken("Cache ops", "upgrades", set(CACHE, "*", "autoMinorVersionUpgrade", "false")),
        broken("Cache ops", "subnets", unset(CACHE, "*", "subnetGroupName")));
  }
}
