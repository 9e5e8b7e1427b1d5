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
        broken("RDS private access", "public", set(DATABASE, "*", "publiclyAccessible", true)),
        broken(
            "RDS private access",
            "in a public subnet",
            point("aws:rds/subnetGroup:SubnetGroup", "*", "subnetIds", "::network-public-a")),
        broken("RDS encryption at rest", "not", set(DATABASE, "*", "storageEncrypted", false)),
        broken("RDS encryption at rest", "key of AWS", unset(DATABASE, "*", "kmsKeyId")),
        broken("RDS encryption in transit", "optional", parameter("rds.force_ssl", "0")),
        broken(
            "RDS logs",
            "one kind",
            set(DATABASE, "*", "enabledCloudwatchLogsExports", List.of("upgrade"))),
        broken("RDS logs", "no statements", parameter("log_statement", "none")),
        broken("RDS logs", "no durations", parameter("log_min_duration_statement", "-1")),
        broken(
            "RDS IAM authentication",
            "none",
            unset(DATABASE, "*", "iamDatabaseAuthenticationEnabled")),
        broken("RDS master password", "own", unset(DATABASE, "*", "manageMasterUserPassword")),
        broken(
            "RDS master password", "key of AWS", unset(DATABASE, "*", "masterUserSecretKmsKeyId")),
        broken("RDS administrator name", "postgres", set(DATABASE, "*", "username", "postgres")));
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
        broken("RDS deletion protection", "AWS", set(DATABASE, "*", "deletionProtection", false)),
        broken(
            "RDS deletion protection", "snapshot", set(DATABASE, "*", "skipFinalSnapshot", true)),
        broken(
            "RDS automated backups", "six days", set(DATABASE, "*", "backupRetentionPeriod", 6L)),
        broken("RDS automated backups", "none", unset(DATABASE, "*", "backupRetentionPeriod")),
        broken("RDS backup plan", "none", remove(SoundStack.SELECTION, "*")),
        broken("RDS monitoring", "interval", set(DATABASE, "*", "monitoringInterval", 0L)),
        broken("RDS monitoring", "role", unset(DATABASE, "*", "monitoringRoleArn")),
        broken("RDS monitoring", "insights", unset(DATABASE, "*", "performanceInsightsEnabled")),
        broken("RDS monitoring", "key", unset(DATABASE, "*", "performanceInsightsKmsKeyId")),
        broken(
            "RDS minor upgrades, tags and certificate authority",
            "upgrades",
            set(DATABASE, "*", "autoMinorVersionUpgrade", false)),
        broken(
            "RDS minor upgrades, tags and certificate authority",
            "tags",
            unset(DATABASE, "*", "copyTagsToSnapshot")),
        broken(
            "RDS minor upgrades, tags and certificate authority",
            "CA",
            set(DATABASE, "*", "caCertIdentifier", "rds-ca-2019")),
        broken("RDS event notifications", "instances", remove(SoundStack.EVENTS, "instances")),
        broken(
            "RDS event notifications", "parameter groups", remove(SoundStack.EVENTS, "parameters")),
        broken(
            "RDS event notifications",
            "switched off",
            set(SoundStack.EVENTS, "instances", "enabled", false)));
  }

  private static Stream<Arguments> cache() {
    return Stream.of(
        broken(
            "ElastiCache automatic failover",
            "manual",
            set(CACHE, "*", "automaticFailoverEnabled", false)),
        broken(
            "ElastiCache automatic failover", "one zone", set(CACHE, "*", "multiAzEnabled", false)),
        broken(
            "ElastiCache automatic failover", "one node", set(CACHE, "*", "numCacheClusters", 1L)),
        broken(
            "ElastiCache encryption", "at rest", set(CACHE, "*", "atRestEncryptionEnabled", false)),
        broken("ElastiCache encryption", "key", unset(CACHE, "*", "kmsKeyId")),
        broken(
            "ElastiCache encryption",
            "in transit",
            set(CACHE, "*", "transitEncryptionEnabled", false)),
        broken(
            "ElastiCache encryption",
            "preferred",
            set(CACHE, "*", "transitEncryptionMode", "preferred")),
        broken("ElastiCache authentication", "nobody", unset(CACHE, "*", "userGroupIds")),
        broken(
            "ElastiCache backups, upgrades and subnets",
            "snapshots",
            set(CACHE, "*", "snapshotRetentionLimit", 0L)),
        broken(
            "ElastiCache backups, upgrades and subnets",
            "upgrades",
            set(CACHE, "*", "autoMinorVersionUpgrade", "false")),
        broken(
            "ElastiCache backups, upgrades and subnets",
            "subnets",
            unset(CACHE, "*", "subnetGroupName")));
  }
}
