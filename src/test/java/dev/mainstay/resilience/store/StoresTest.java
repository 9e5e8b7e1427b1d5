package dev.mainstay.resilience.store;

import static dev.mainstay.resilience.OtherStacks.SECURITY_GROUP;
import static dev.mainstay.resilience.OtherStacks.database;
import static dev.mainstay.resilience.OtherStacks.open;
import static dev.mainstay.resilience.OtherStacks.twoServers;
import static dev.mainstay.resilience.OtherStacks.why;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.resilience.GraphBuilder;
import dev.mainstay.resilience.Mutation;
import dev.mainstay.resilience.OtherStacks;
import dev.mainstay.resilience.Resilience;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever else holds data: each in a shape that survives and in one that does not. */
class StoresTest {
  private static final String SERVER = "aws:ec2/instance:Instance";
  private static final String ZONE_A = "Availability Zone us-east-1a fails";
  private static final String ZONE_B = "Availability Zone us-east-1b fails";
  private static final String CONTENT = "Data of `data` is lost or corrupted";
  private static final String REGION = "Region us-east-1 fails";

  private static GraphBuilder withOpenGroup() {
    return twoServers()
        .add(
            SECURITY_GROUP,
            "data-sg",
            Map.of("ingress", List.of(open("tcp", 0, 65535, "0.0.0.0/0"))));
  }

  private static ResourceGraph withServer(Map<String, Object> more) {
    var inputs = new HashMap<String, Object>(more);
    inputs.put("vpcSecurityGroupIds", List.of("@pg-sg"));
    return twoServers()
        .add(
            SECURITY_GROUP,
            "pg-sg",
            Map.of(
                "ingress",
                List.of(
                    Map.of(
                        "protocol",
                        "tcp",
                        "fromPort",
                        5432L,
                        "toPort",
                        5432L,
                        "securityGroups",
                        List.of("@web-sg")))))
        .add(SERVER, "data", inputs)
        .build();
  }

  @Test
  void aServerThatLetsServersInOnThePortOfADatabaseFallsWithItsZone() {
    ResourceGraph graph = withServer(Map.of("subnetId", "@private-b"));

    assertThat(Mutation.summaries(graph))
        .containsEntry("Normal operation", "SURVIVES (none, none)")
        .containsEntry(ZONE_B, "DOWN (at least 35 s, everything)")
        .containsEntry("Database primary fails (`data`)", "DOWN (not known, not known)");
    assertThat(Mutation.summaries(graph).get(ZONE_A)).doesNotStartWith("DOWN");
    assertThat(why(graph, ZONE_B))
        .contains(
            "Server `data`, which lets servers in on port 5432 (PostgreSQL), is in us-east-1b with its"
                + " volumes.",
            "No backup plan of this stack selects `data`.");
    assertThat(Resilience.of(graph).notJudged()).isEmpty();
  }

  @Test
  void aDatabaseServerOfUnknownZoneMayFallWithAny() {
    assertThat(why(withServer(Map.of()), ZONE_B))
        .contains("The zone of database server `data` is not known.");
  }

  @Test
  void aNatInstanceThatLetsServersInIsNoDatabase() {
    assertThat(
            Mutation.summaries(
                withServer(Map.of("subnetId", "@private-b", "sourceDestCheck", false))))
        .doesNotContainKey("Database primary fails (`data`)");
  }

  private static ResourceGraph files(Map<String, Object> more, String... subnets) {
    var graph = withOpenGroup().add("aws:efs/fileSystem:FileSystem", "data", more);
    for (String subnet : subnets) {
      graph.add(
          "aws:efs/mountTarget:MountTarget",
          "in-" + subnet,
          Map.of(
              "fileSystemId",
              "@data",
              "subnetId",
              "@" + subnet,
              "securityGroups",
              List.of("@data-sg")));
    }
    return graph.build();
  }

  @Test
  void aRegionalFileSystemWithAMountTargetInEachZoneSurvives() {
    ResourceGraph graph = files(Map.of(), "private-a", "private-b");

    assertThat(Mutation.summaries(graph))
        .containsEntry("Normal operation", "SURVIVES (none, none)")
        .containsEntry(ZONE_B, "SURVIVES (35 to 65 s, none)")
        .containsEntry(CONTENT, "DOWN (not known, everything)");
    assertThat(Resilience.of(graph).notJudged()).isEmpty();
  }

  @Test
  void aFileSystemWithOneMountTargetIsReachedInItsZoneOnly() {
    ResourceGraph graph = files(Map.of(), "private-b");

    assertThat(Mutation.summaries(graph)).containsEntry(ZONE_B, "DOWN (at least 35 s, none)");
    assertThat(why(graph, ZONE_B)).contains("The only mount target of `data` is in us-east-1b.");
    assertThat(why(graph, ZONE_A)).noneMatch(sentence -> sentence.contains("`data`"));
  }

  @Test
  void aOneZoneFileSystemIsLostWithItsZone() {
    ResourceGraph graph = files(Map.of("availabilityZoneName", "us-east-1b"), "private-b");

    assertThat(Mutation.summaries(graph)).containsEntry(ZONE_B, "DOWN (at least 35 s, everything)");
    assertThat(why(graph, ZONE_B)).contains("`data` is a One Zone file system in us-east-1b.");
  }

  @Test
  void aFileSystemWithoutMountTargetsIsReachedNobodyKnowsHow() {
    assertThat(why(files(Map.of()), "Normal operation"))
        .containsExactly(
            "`data` has no mount target in this stack: how servers reach it is not known.");
  }

  private static ResourceGraph service(String type, Map<String, Object> inputs) {
    return withOpenGroup()
        .add(
            "aws:memorydb/subnetGroup:SubnetGroup",
            "both",
            Map.of("subnetIds", List.of("@private-a", "@private-b")))
        .add(
            "aws:memorydb/subnetGroup:SubnetGroup",
            "one",
            Map.of("subnetIds", List.of("@private-b")))
        .add(type, "data", inputs)
        .build();
  }

  @Test
  void memoryDbFailsOverToAReplicaWithoutLoss() {
    String type = "aws:memorydb/cluster:Cluster";
    Map<String, Object> replicated =
        Map.of("subnetGroupName", "@both", "securityGroupIds", List.of("@data-sg"));
    Map<String, Object> alone = Map.of("subnetGroupName", "@both", "numReplicasPerShard", 0L);

    assertThat(Mutation.summaries(service(type, replicated)))
        .containsEntry("Normal operation", "SURVIVES (none, none)")
        .containsEntry(ZONE_B, "SURVIVES (at least 35 s, none)");
    assertThat(Mutation.summaries(service(type, alone)))
        .containsEntry(ZONE_B, "DOWN (at least 35 s, none)");
    assertThat(Mutation.summaries(service(type, Map.of("subnetGroupName", "@one"))))
        .containsEntry(ZONE_B, "UNKNOWN (at least 35 s, not known)");
    assertThat(Mutation.summaries(service(type, Map.of("subnetGroupName", "elsewhere"))))
        .containsEntry(ZONE_B, "UNKNOWN (at least 35 s, not known)");
  }

  @Test
  void openSearchSurvivesAZoneWithAStandbyOnly() {
    String type = "aws:opensearch/domain:Domain";
    Map<String, Object> both = Map.of("subnetIds", List.of("@private-a", "@private-b"));

    assertThat(
            Mutation.summaries(
                service(
                    type,
                    Map.of(
                        "vpcOptions",
                        both,
                        "clusterConfig",
                        Map.of("multiAzWithStandbyEnabled", true)))))
        .containsEntry(ZONE_B, "SURVIVES (35 to 65 s, none)");
    assertThat(
            Mutation.summaries(
                service(
                    type,
                    Map.of(
                        "vpcOptions",
                        both,
                        "clusterConfig",
                        Map.of("zoneAwarenessEnabled", true)))))
        .containsEntry(ZONE_B, "UNKNOWN (at least 35 s, not known)");
    assertThat(
            Mutation.summaries(
                service(type, Map.of("vpcOptions", Map.of("subnetIds", List.of("@private-b"))))))
        .containsEntry(ZONE_B, "DOWN (at least 35 s, not known)");
  }

  @Test
  void fsxIsInTheZonesThatItsDeploymentTypeSays() {
    String type = "aws:fsx/windowsFileSystem:WindowsFileSystem";

    assertThat(
            Mutation.summaries(
                service(
                    type,
                    Map.of(
                        "deploymentType",
                        "MULTI_AZ_1",
                        "subnetIds",
                        List.of("@private-a", "@private-b")))))
        .containsEntry(ZONE_B, "SURVIVES (at least 35 s, none)");
    assertThat(
            Mutation.summaries(
                service(
                    type,
                    Map.of(
                        "subnetIds", List.of("@private-b"), "automaticBackupRetentionDays", 0L))))
        .containsEntry(ZONE_B, "DOWN (at least 35 s, everything)");
  }

  @Test
  void dynamoDbIsInTheRegionAndRestoredFromPointInTimeRecovery() {
    String type = "aws:dynamodb/table:Table";
    ResourceGraph plain = service(type, Map.of());
    ResourceGraph recoverable =
        service(
            type,
            Map.of(
                "pointInTimeRecovery", Map.of("enabled", true),
                "replicas", List.of(Map.of("regionName", "eu-west-1"))));

    assertThat(Mutation.summaries(plain))
        .containsEntry(ZONE_B, "SURVIVES (35 to 65 s, none)")
        .containsEntry(CONTENT, "DOWN (not known, everything)")
        .containsEntry(REGION, "DOWN (not known, everything)");
    assertThat(Mutation.summaries(recoverable))
        .containsEntry(CONTENT, "DEGRADED (not known, not known)")
        .containsEntry(REGION, "DOWN (not known, not known)");
  }

  @Test
  void aBucketThatServersMayReadIsLostWithTheRegionUnlessReplicated() {
    String policy = "aws:iam/rolePolicy:RolePolicy";
    var plain =
        twoServers()
            .add("aws:s3/bucketV2:BucketV2", "uploads", Map.of())
            .add(policy, "read", Map.of("policy", "@uploads"));
    var logs =
        twoServers()
            .add("aws:s3/bucketV2:BucketV2", "logs", Map.of())
            .add("aws:ec2/flowLog:FlowLog", "flow", Map.of("logDestination", "@logs"));

    assertThat(why(plain.build(), REGION)).contains("All data of `uploads` is in the region.");
    assertThat(why(logs.build(), REGION)).noneMatch(sentence -> sentence.contains("`logs`"));
    plain.add(
        "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
        "copies",
        Map.of("bucket", "@uploads"));
    assertThat(why(plain.build(), REGION))
        .contains("Bucket `uploads` is replicated; the most recent objects may be lost.");
  }

  @Test
  void aStackOfRegionalServicesIsInTheRegionThatItsArnsName() {
    ResourceGraph graph =
        new GraphBuilder()
            .add(
                "aws:dynamodb/table:Table",
                "data",
                Map.of("streamArn", "arn:aws:dynamodb:us-east-1:123456789012:table/x"))
            .build();

    assertThat(Mutation.summaries(graph))
        .containsEntry(ZONE_A, "UNKNOWN (not known, none)")
        .containsEntry(REGION, "DOWN (not known, everything)");
  }

  @Test
  void memcachedLosesWhatItsNodesInAZoneHold() {
    ResourceGraph graph =
        withOpenGroup()
            .add(
                "aws:elasticache/subnetGroup:SubnetGroup",
                "both",
                Map.of("subnetIds", List.of("@private-a", "@private-b")))
            .add(
                "aws:elasticache/cluster:Cluster",
                "data",
                Map.of(
                    "engine",
                    "memcached",
                    "subnetGroupName",
                    "@both",
                    "preferredAvailabilityZones",
                    List.of("us-east-1b"),
                    "securityGroupIds",
                    List.of("@data-sg")))
            .build();

    assertThat(Mutation.summaries(graph))
        .containsEntry("Normal operation", "SURVIVES (none, none)")
        .containsEntry(ZONE_B, "DEGRADED (35 to 65 s, none)")
        .containsEntry("Cache primary fails (`data`)", "DEGRADED (not known, none)");
    assertThat(why(graph, ZONE_A)).noneMatch(sentence -> sentence.contains("`data`"));
    assertThat(Resilience.of(graph).notJudged()).isEmpty();
  }

  @Test
  void aServerlessCacheIsNamedAsNotJudged() {
    ResourceGraph graph =
        twoServers()
            .add("aws:elasticache/serverlessCache:ServerlessCache", "data", Map.of())
            .build();

    assertThat(Resilience.of(graph).notJudged())
        .containsExactly(
            "urn:pulumi:test::other::aws:elasticache/serverlessCache:ServerlessCache::data");
  }

  private static ResourceGraph encrypted(String key, Map<String, Object> inputs) {
    var graph = twoServers().add(key, "key", inputs);
    return database(graph, Map.of("multiAz", true, "backupRetentionPeriod", 7L, "kmsKeyId", "@key"))
        .build();
  }

  @Test
  void aDisabledKeyStopsTheDatabase() {
    assertThat(why(encrypted("aws:kms/key:Key", Map.of("isEnabled", false)), "Normal operation"))
        .containsExactly("KMS key `key`, which encrypts `db`, is disabled.");
    assertThat(
            why(
                encrypted("aws:kms/replicaKey:ReplicaKey", Map.of("enabled", false)),
                "Normal operation"))
        .containsExactly("KMS key `key`, which encrypts `db`, is disabled.");
    assertThat(Mutation.summaries(encrypted("aws:kms/key:Key", Map.of())))
        .containsEntry("Normal operation", "SURVIVES (none, none)");
  }

  @Test
  void aKeyOfAnotherStackMayBeDisabled() {
    var own = database(twoServers(), Map.of("kmsKeyId", "arn:aws:kms:us-east-1:1:key/x"));
    var managed =
        database(twoServers(), Map.of("kmsKeyId", "arn:aws:kms:us-east-1:1:alias/aws/rds"));

    assertThat(why(own.build(), "Normal operation"))
        .containsExactly(
            "Whether the KMS key of `db` is enabled is not known: it is not in this stack.");
    assertThat(Mutation.summaries(managed.build()))
        .containsEntry("Normal operation", "SURVIVES (none, none)");
  }

  @Test
  void aDatabaseThatIsLeftStoppedAnswersNobody() {
    ResourceGraph graph =
        database(twoServers(), Map.of("multiAz", true))
            .add(
                "aws:rds/instanceState:InstanceState",
                "off",
                Map.of("identifier", "@db", "state", "stopped"))
            .build();

    assertThat(why(graph, "Normal operation")).containsExactly("`off` leaves `db` stopped.");
  }

  private static ResourceGraph reporting(Map<String, Object> rule) {
    return database(twoServers(), Map.of("multiAz", true, "backupRetentionPeriod", 7L))
        .add(SECURITY_GROUP, "reports-sg", rule)
        .add(
            OtherStacks.DATABASE,
            "reports",
            Map.of(
                "engine",
                "postgres",
                "dbSubnetGroupName",
                "@db-subnets",
                "backupRetentionPeriod",
                0L,
                "vpcSecurityGroupIds",
                List.of("@reports-sg")))
        .build();
  }

  @Test
  void aReportingDatabaseThatServersMayNotReachCostsNoRequest() {
    ResourceGraph graph =
        reporting(Map.of("ingress", List.of(open("tcp", 5432, 5432, "192.168.0.0/16"))));

    assertThat(Mutation.summaries(graph))
        .containsEntry("Normal operation", "SURVIVES (none, none)")
        .containsEntry("Database primary fails (`reports`)", "SURVIVES (none, everything)")
        .containsEntry(ZONE_B, "SURVIVES (60 to 120 s, everything)");
    assertThat(why(graph, ZONE_B))
        .contains("No server may reach `reports`: no request depends on it.");
  }

  @Test
  void aSecondDatabaseThatLetsNobodyInMayBeMissed() {
    assertThat(why(reporting(Map.of()), "Normal operation"))
        .containsExactly("`reports` lets nobody in: whether requests need it is not known.");
  }
}
