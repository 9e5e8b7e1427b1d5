package dev.mainstay.simulator;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What RDS and ElastiCache refuse, each from a database or a cache that would be accepted
 * otherwise.
 */
class DataRulesTest {
  private final Sandbox sandbox = new Sandbox();
  private final LiveResource vpc =
      sandbox.make("aws:ec2/vpc:Vpc", "network", "cidrBlock", "10.0.0.0/16");
  private final LiveResource first = subnet("a", "10.0.0.0/24");
  private final LiveResource second = subnet("b", "10.0.1.0/24");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          allocatedStorage      | 10  | InvalidParameterValue: Invalid allocated storage 10: must be from 20 to 65536
          iops                  | 3000 | InvalidParameterCombination: You can't specify IOPS or storage throughput for engine postgres and a storage size less than 400.
          maxAllocatedStorage   | 20  | InvalidParameterCombination: Max storage size must be greater than storage size
          backupRetentionPeriod | 36  | InvalidParameterValue: backupRetentionPeriod must be from 0 to 35, not 36
          port                  | 80  | InvalidParameterValue: port must be from 1150 to 65535, not 80
          monitoringInterval    | 7   | InvalidParameterValue: monitoringInterval must be one of 0, 1, 5, 10, 15, 30, 60, not 7
          monitoringInterval    | 60  | InvalidParameterCombination: A MonitoringRoleARN value is required if you specify a MonitoringInterval value other than 0.
          performanceInsightsRetentionPeriod | 30 | InvalidParameterValue: Invalid Performance Insights retention period 30
          """)
  void databasesHaveTheNumbersThatRdsTakes(String property, int value, String error) {
    refuses(() -> database(property, value), error);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          backupWindow      | 03:00-03:10         | InvalidParameterValue: The backup window must be at least 30 minutes.
          maintenanceWindow | sun:03:00-sun:03:20 | InvalidParameterValue: The maintenance window must be at least 30 minutes.
          maintenanceWindow | mon:23:45-tue:00:45 | InvalidParameterValue: The backup window and maintenance window must not overlap.
          availabilityZone  | eu-central-1a       | InvalidParameterCombination: Requesting a specific availability zone is not valid for Multi-AZ instances.
          engineVersion     | 9.3.1               | InvalidParameterCombination: Cannot find version 9.3.1 for postgres
          databaseInsightsMode | advanced         | InvalidParameterCombination: The Advanced mode of Database Insights needs Performance Insights with a retention of at least 465 days.
          password          | correct-horse       | InvalidParameterCombination: You can't specify MasterUserPassword when ManageMasterUserPassword is enabled.
          """)
  void databasesHaveTheSettingsThatRdsTakes(String property, String value, String error) {
    refuses(() -> database(property, value), error);
  }

  @ParameterizedTest
  @CsvSource({"admin", "pg_keeper", "1keeper", "a_name_of_17_chars"})
  void masterUsersHaveNamesThatRdsTakes(String name) {
    refusesWith(() -> database("username", name), "InvalidParameterValue: username must match");
  }

  @Test
  void aDatabaseNeedsSubnetsInTwoZones() {
    var group =
        sandbox.make("aws:rds/subnetGroup:SubnetGroup", "narrow", "subnetIds", List.of(first.id()));

    refuses(
        () -> database("dbSubnetGroupName", group.id()),
        "DBSubnetGroupDoesNotCoverEnoughAZs: The DB subnet group doesn't meet Availability Zone (AZ) coverage requirement. Please add subnets to cover at least 2 AZs.");
  }

  @Test
  void aManagedPasswordRulesOutReadReplicas() {
    var source = database("backupRetentionPeriod", 7);

    refuses(
        () ->
            sandbox.make(
                "aws:rds/instance:Instance",
                "replica",
                "replicateSourceDb",
                source.text("identifier"),
                "instanceClass",
                "db.m7g.large"),
        "InvalidDBInstanceState: a source with a managed master user password cannot have read replicas");
  }

  @Test
  void aProtectedDatabaseIsNotDeleted() {
    var database = database("deletionProtection", true);

    refuses(
        () -> sandbox.delete(database),
        "InvalidParameterCombination: Cannot delete protected DB Instance, please disable deletion protection and try again.");
  }

  @Test
  void aDatabaseIsNotDeletedWithoutItsFinalSnapshotNamed() {
    var database = database("skipFinalSnapshot", false);

    refuses(
        () -> sandbox.delete(database),
        "final_snapshot_identifier is required when skip_final_snapshot is false");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          numCacheClusters   | 1 | InvalidParameterCombination: Automatic failover is not supported for replication groups without replicas.
          numCacheClusters   | 7 | InvalidParameterValue: numCacheClusters must be from 1 to 6, not 7
          snapshotRetentionLimit | 36 | InvalidParameterValue: snapshotRetentionLimit must be from 0 to 35, not 36
          """)
  void cachesHaveTheNumbersThatElastiCacheTakes(String property, int value, String error) {
    refuses(() -> cache(property, value), error);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          automaticFailoverEnabled | false | InvalidParameterCombination: automatic_failover_enabled must be true if multi_az_enabled is true
          transitEncryptionEnabled |       | InvalidParameterCombination: transit encryption must be stated for valkey
          dataTieringEnabled       | true  | InvalidParameterCombination: data tiering and node types of the r6gd family need each other
          """)
  void cachesHaveTheSettingsThatElastiCacheTakes(String property, Boolean value, String error) {
    refuses(() -> cache(property, value), error);
  }

  @Test
  void anIamUserIsCalledAsItIsIdentified() {
    refuses(
        () ->
            sandbox.make(
                "aws:elasticache/user:User",
                "user",
                Sandbox.pairs(
                    "userId",
                    "web",
                    "userName",
                    "application",
                    "engine",
                    "valkey",
                    "accessString",
                    "on ~* +@all",
                    "authenticationMode",
                    Map.of("type", "iam"))),
        "InvalidParameterCombination: the id and the name of a user with IAM authentication must be the same");
  }

  @Test
  void aRedisUserGroupNeedsTheDefaultUser() {
    refuses(
        () ->
            sandbox.make(
                "aws:elasticache/userGroup:UserGroup",
                "users",
                "engine",
                "redis",
                "userGroupId",
                "users"),
        "DefaultUserRequired: User group must contain a user with the username default.");
  }

  private LiveResource subnet(String letter, String block) {
    return sandbox.make(
        "aws:ec2/subnet:Subnet",
        letter,
        "vpcId",
        vpc.id(),
        "cidrBlock",
        block,
        "availabilityZone",
        "eu-central-1" + letter);
  }

  private LiveResource database(String property, Object value) {
    var group =
        sandbox.make(
            "aws:rds/subnetGroup:SubnetGroup",
            "wide",
            "subnetIds",
            List.of(first.id(), second.id()));
    var inputs =
        Sandbox.pairs(
            "engine",
            "postgres",
            "engineVersion",
            "17",
            "instanceClass",
            "db.m7g.large",
            "allocatedStorage",
            20,
            "storageType",
            "gp3",
            "multiAz",
            true,
            "username",
            "keeper",
            "manageMasterUserPassword",
            true,
            "skipFinalSnapshot",
            true,
            "dbSubnetGroupName",
            group.id(),
            "backupWindow",
            "00:30-01:00");
    return sandbox.make("aws:rds/instance:Instance", "database", with(inputs, property, value));
  }

  private LiveResource cache(String property, Object value) {
    var inputs =
        Sandbox.pairs(
            "description",
            "cache",
            "engine",
            "valkey",
            "nodeType",
            "cache.m7g.large",
            "numCacheClusters",
            2,
            "automaticFailoverEnabled",
            true,
            "multiAzEnabled",
            true,
            "transitEncryptionEnabled",
            true);
    return sandbox.make(
        "aws:elasticache/replicationGroup:ReplicationGroup",
        "cache",
        with(inputs, property, value));
  }

  private static Map<String, Object> with(
      Map<String, Object> inputs, String property, Object value) {
    var changed = new LinkedHashMap<>(inputs);
    changed.remove(property);
    if (value != null) {
      changed.putAll(Sandbox.pairs(property, value));
    }
    return changed;
  }

  private static void refuses(Runnable work, String message) {
    assertThatThrownBy(work::run).isInstanceOf(Refused.class).hasMessage(message);
  }

  private static void refusesWith(Runnable work, String start) {
    assertThatThrownBy(work::run).isInstanceOf(Refused.class).hasMessageStartingWith(start);
  }
}
