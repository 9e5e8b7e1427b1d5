package dev.mainstay.cache;

import static dev.mainstay.cache.CacheFixture.GROUP;
import static dev.mainstay.cache.CacheFixture.PARAMETERS;
import static dev.mainstay.cache.CacheFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import com.pulumi.core.Output;
import com.pulumi.test.PulumiTest;
import dev.mainstay.Deployed;
import dev.mainstay.config.Refusal;
import dev.mainstay.config.Relaxation;
import dev.mainstay.graph.ResourceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheTest {
  private static final String LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";

  private final CacheArgs args = CacheFixture.args();

  private Deployed deployed() {
    return CacheFixture.deployed(args);
  }

  private ResourceNode group() {
    return deployed().only(GROUP);
  }

  @Test
  void itsParametersStayInAwsWhileChangesWaitForTheWindow() {
    assertThat(deployed().only(PARAMETERS).retainOnDelete()).isTrue();

    args.applyImmediately = true;
    assertThat(deployed().only(PARAMETERS).retainOnDelete()).isFalse();
  }

  @Test
  void aReplicaInAnotherZoneTakesOverByDefault() {
    assertThat(group().inputs())
        .contains(
            entry("engine", "valkey"),
            entry("engineVersion", "8.1"),
            entry("nodeType", "cache.t4g.small"),
            entry("numCacheClusters", 2L),
            entry("automaticFailoverEnabled", true),
            entry("multiAzEnabled", true),
            entry("dataTieringEnabled", false),
            entry("snapshotRetentionLimit", 7L),
            entry("snapshotWindow", "02:00-03:00"),
            entry("maintenanceWindow", "sun:05:00-sun:06:00"),
            entry("autoMinorVersionUpgrade", true),
            entry("applyImmediately", false),
            entry("port", 6379L))
        .doesNotContainKeys("replicationGroupId", "authToken", "preferredCacheClusterAzs");
  }

  @Test
  void everythingIsEncryptedInTransitAndAtRest() {
    assertThat(group().inputs())
        .contains(
            entry("transitEncryptionEnabled", true),
            entry("transitEncryptionMode", "required"),
            entry("atRestEncryptionEnabled", true),
            entry("kmsKeyId", Deployed.KEY_ARN));
  }

  @Test
  void theCacheStandsInItsSubnetsBehindItsSecurityGroup() {
    Deployed deployed = deployed();
    ResourceNode subnets = deployed.only("aws:elasticache/subnetGroup:SubnetGroup");
    assertThat(subnets.inputs()).containsEntry("subnetIds", List.of("subnet-a", "subnet-b"));
    assertThat(deployed.only(GROUP).referencesAt("subnetGroupName")).containsExactly(subnets.urn());
    assertThat(deployed.only(GROUP).inputs()).containsEntry("securityGroupIds", List.of("sg-1"));
  }

  @Test
  void everySettingReachesItsResource() {
    args.engineVersion = "7.2";
    args.nodeType = "cache.r6gd.xlarge";
    args.replicas = 2;
    args.multiAz = false;
    args.parameters = Map.of("maxmemory-policy", "allkeys-lru", "activedefrag", "yes");
    args.snapshotRetentionDays = 1;
    args.snapshotWindow = "05:00-06:00";
    args.maintenanceWindow = "mon:07:00-mon:08:00";
    args.applyImmediately = true;
    args.logRetentionDays(30);
    Deployed deployed = deployed();

    assertThat(deployed.only(GROUP).inputs())
        .contains(
            entry("engineVersion", "7.2"),
            entry("nodeType", "cache.r6gd.xlarge"),
            entry("dataTieringEnabled", true),
            entry("numCacheClusters", 3L),
            entry("automaticFailoverEnabled", true),
            entry("multiAzEnabled", false),
            entry("snapshotRetentionLimit", 1L),
            entry("snapshotWindow", "05:00-06:00"),
            entry("maintenanceWindow", "mon:07:00-mon:08:00"),
            entry("applyImmediately", true));
    ResourceNode parameters = deployed.get(PARAMETERS, "cache-valkey7");
    assertThat(parameters.inputs())
        .contains(
            entry("family", "valkey7"),
            entry("description", "Parameters of the cache of mainstay-test for valkey7"),
            entry(
                "parameters",
                List.of(
                    Map.of("name", "activedefrag", "value", "yes"),
                    Map.of("name", "maxmemory-policy", "value", "allkeys-lru"))));
    assertThat(deployed.only(GROUP).referencesAt("parameterGroupName"))
        .containsExactly(parameters.urn());
    assertThat(deployed.all(LOG_GROUP)).allMatch(it -> it.number("retentionInDays", 0) == 30);
  }

  @Test
  void aParameterGroupIsNamedAsElastiCacheAllows() {
    args.engine = "redis";
    args.engineVersion = "6.2";
    args.authentication = "password";
    args.password(Output.ofSecret(PASSWORD));
    assertThat(deployed().get(PARAMETERS, "cache-redis6-x").inputs())
        .containsEntry("family", "redis6.x");
  }

  @Test
  void aPasswordIsKeptInASecretUnderTheKey() {
    args.authentication = "password";
    args.password(Output.ofSecret(PASSWORD));
    Deployed deployed = deployed();
    ResourceNode secret = deployed.only("aws:secretsmanager/secret:Secret");
    ResourceNode version = deployed.only("aws:secretsmanager/secretVersion:SecretVersion");

    assertThat(secret.inputs())
        .containsEntry("description", "User of the cache of mainstay-test")
        .containsEntry("kmsKeyId", Deployed.KEY_ARN);
    assertThat(version.referencesAt("secretId")).containsExactly(secret.urn());
    assertThat(version.text("secretString", ""))
        .isEqualTo(
            "{\"password\":\"%s\",\"username\":\"mainstay-test-valkey\"}".formatted(PASSWORD));
  }

  @Test
  void withoutAPasswordThereIsNoSecret() {
    assertThat(deployed().all("aws:secretsmanager/secret:Secret")).isEmpty();
  }

  @Test
  void oneNodeDoesNotFailOver() {
    args.replicas = 0;
    assertThat(group().inputs())
        .contains(
            entry("numCacheClusters", 1L),
            entry("automaticFailoverEnabled", false),
            entry("multiAzEnabled", false));
  }

  @Test
  void slowCommandsAndTheEngineAreLoggedUnderTheKey() {
    Deployed deployed = deployed();
    assertThat(deployed.all(LOG_GROUP))
        .extracting(ResourceNode::name, it -> it.text("kmsKeyId", ""))
        .containsExactlyInAnyOrder(
            tuple("cache-slow-log", Deployed.KEY_ARN), tuple("cache-engine-log", Deployed.KEY_ARN));
    ResourceNode group = deployed.only(GROUP);
    assertThat(group.input("logDeliveryConfigurations[0].logType")).contains("slow-log");
    assertThat(group.referencesAt("logDeliveryConfigurations[0]"))
        .containsExactly(deployed.get(LOG_GROUP, "cache-slow-log").urn());
    assertThat(group.input("logDeliveryConfigurations[1].logType")).contains("engine-log");
    assertThat(group.referencesAt("logDeliveryConfigurations[1]"))
        .containsExactly(deployed.get(LOG_GROUP, "cache-engine-log").urn());
  }

  @Test
  void theOutputsSayWhereTheCacheIsAndWhoMayEnter() {
    var outputs = new ArrayList<Object>();
    Deployed.by(
        () -> {
          var cache = new Cache("cache", args, null);
          outputs.add(PulumiTest.extractValue(cache.port()));
          outputs.add(PulumiTest.extractValue(cache.userName()));
          outputs.add(PulumiTest.extractValue(cache.primaryEndpoint()));
          outputs.add(PulumiTest.extractValue(cache.readerEndpoint()));
          outputs.add(PulumiTest.extractValue(cache.arn()));
          outputs.add(PulumiTest.extractValue(cache.userArn()));
        });

    assertThat(outputs).startsWith(6379, "mainstay-test-valkey");
    assertThat(outputs.get(2).toString()).startsWith("cache-").endsWith(".amazonaws.com");
    assertThat(outputs.get(3).toString()).startsWith("reader.cache-");
    assertThat(outputs.get(4).toString()).contains(":elasticache:", "replicationGroup");
    assertThat(outputs.get(5).toString()).contains(":elasticache:", "user");
  }

  @Test
  void namesCarryTheStackSoThatTwoOfThemCanBeToldApart() {
    assertThat(group().input("tags.Name")).contains("mainstay-test-cache");
  }

  @Test
  void theDefaultsRelaxNothing() {
    assertThat(args.relaxations()).isEmpty();
  }

  @Test
  void theCheaperSettingsAreNamedAsRelaxations() {
    args.multiAz = false;
    args.snapshotRetentionDays = 0;
    assertThat(args.relaxations())
        .extracting(Relaxation::key, Relaxation::effect)
        .containsExactly(
            tuple("multiAz", "all nodes may run in one zone and fail with it"),
            tuple("snapshotRetentionDays", "no snapshots: lost content cannot be restored"));
  }

  @Test
  void aPasswordIsARelaxation() {
    args.authentication = "password";
    assertThat(args.relaxations())
        .extracting(Relaxation::key, Relaxation::effect)
        .containsExactly(
            tuple(
                "authentication", "the user's password is in the Pulumi state and is not rotated"));
  }

  @Test
  void oneNodeIsOneRelaxation() {
    args.replicas = 0;
    args.multiAz = false;
    assertThat(args.relaxations())
        .extracting(Relaxation::key, Relaxation::effect)
        .containsExactly(
            tuple("replicas", "one node: its failure loses the cache and its content"));
  }

  @Test
  void unsoundArgsRegisterNothing() {
    args.replicas = 9;
    args.engine = "memcached";
    assertThatThrownBy(this::deployed)
        .isInstanceOf(Refusal.class)
        .hasMessage(
            """
            cache has 2 problems; nothing was registered.
              - engine is "memcached"; allowed: valkey, redis
              - replicas is 9; allowed: 0 to 5\
            """);
  }
}
