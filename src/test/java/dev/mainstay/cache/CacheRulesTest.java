package dev.mainstay.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import dev.mainstay.config.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CacheRulesTest {
  private final CacheArgs args =
      new CacheArgs().region("eu-central-1").defaultIdentifier("mainstay-test");

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

  @Test
  void anUnknownEngineIsRefused() {
    args.engine = "radis";
    assertRefused("engine is \"radis\"; allowed: valkey, redis; did you mean redis?");
  }

  @Test
  void aVersionThatIsNoneIsRefused() {
    for (String version : List.of("8", "eight", "")) {
      args.engineVersion = version;
      assertRefused(
          "engineVersion is \"%s\"; allowed: major and minor version, such as 8.1"
              .formatted(version));
    }
  }

  @Test
  void aVersionWithoutUsersIsRefused() {
    args.engine = "redis";
    args.engineVersion = "6.0";
    assertRefused(
        "engineVersion is \"6.0\"; allowed: a version of the engine that has users;"
            + " redis has 6.2, 7.0, 7.1");
  }

  @Test
  void aVersionOfTheOtherEngineIsRefused() {
    args.engineVersion = "7.1";
    assertRefused(
        "engineVersion is \"7.1\"; allowed: a version of the engine that has users;"
            + " valkey has 7.2, 8.0, 8.1, 8.2, 9.0, 9.1");
  }

  @Test
  void aVersionNewerThanTheDataIsAllowed() {
    args.engineVersion = "12.0";
    assertAllowed();
  }

  @Test
  void anUnknownAuthenticationIsRefused() {
    args.authentication = "token";
    assertRefused("authentication is \"token\"; allowed: iam, password");
  }

  @Test
  void iamWithAnOldRedisIsRefused() {
    args.engine = "redis";
    args.engineVersion = "6.2";
    assertRefused(
        "authentication is \"iam\"; allowed: password with redis below 7.0;"
            + " engineVersion is 6.2");
    args.engineVersion = "7.0";
    assertAllowed();
  }

  @Test
  void passwordAuthenticationWithoutAPasswordIsRefused() {
    args.authentication = "password";
    assertRefused(
        "authentication is \"password\"; allowed: iam, or password together with a password");
    args.password(Output.ofSecret("correct horse battery"));
    assertAllowed();
  }

  @Test
  void aShardedCacheIsRefused() {
    args.parameters = Map.of("cluster-enabled", "yes");
    assertRefused(
        "parameters is {cluster-enabled: \"yes\"};"
            + " allowed: nothing that sets cluster-enabled; the cache is one shard with replicas");
  }

  @Test
  void aMisspeltNodeTypeIsRefusedWithTheNearestOne() {
    args.nodeType = "cache.t4g.smal";
    assertRefused(
        "nodeType is \"cache.t4g.smal\"; allowed: a node type such as cache.m7g.large;"
            + " did you mean cache.t4g.small?");
  }

  @Test
  void aNodeTypeThatDoesNotRunTheEngineIsRefused() {
    args.engine = "redis";
    args.nodeType = "cache.c8gn.large";
    assertRefused(
        "nodeType is \"cache.c8gn.large\"; allowed: a type that runs the engine; engine is redis");
    args.engine = "valkey";
    assertAllowed();
  }

  @Test
  void aNodeTypeThatTheRegionDoesNotHaveIsRefused() {
    args.region("me-central-1");
    assertRefused(
        "nodeType is \"cache.t4g.small\"; allowed: a type that ElastiCache offers in this region;"
            + " the region is me-central-1");
  }

  @Test
  void aNodeTypeNewerThanTheDataIsAllowed() {
    args.nodeType = "cache.m12g.large";
    assertAllowed();
  }

  @Test
  void aNodeTypeThatCannotFailOverIsRefusedWithReplicas() {
    args.nodeType = "cache.t1.micro";
    assertRefused(
        "nodeType is \"cache.t1.micro\"; allowed: a type that can fail over; replicas is 1");
    args.replicas = 0;
    assertAllowed();
  }

  @Test
  void moreThanFiveReplicasAreRefused() {
    args.replicas = 6;
    assertRefused("replicas is 6; allowed: 0 to 5");
    args.replicas = 5;
    assertAllowed();
  }

  @Test
  void zonesWithoutReplicasAreRefused() {
    args.replicas = 0;
    args.multiAz = true;
    assertRefused("multiAz is true; allowed: false without replicas; replicas is 0");
  }

  @Test
  void snapshotsForMoreThanThirtyFiveDaysAreRefused() {
    args.snapshotRetentionDays = 36;
    assertRefused("snapshotRetentionDays is 36; allowed: 0 to 35 (days)");
    args.snapshotRetentionDays = -1;
    assertRefused("snapshotRetentionDays is -1; allowed: 0 to 35 (days)");
  }

  @Test
  void malformedAndShortWindowsAreRefused() {
    args.snapshotWindow = "02:00-02:59";
    args.maintenanceWindow = "sun:04:00-sun:04:59";
    assertRefused(
        "snapshotWindow is \"02:00-02:59\"; allowed: hh:mm-hh:mm in UTC, 60 minutes or more",
        "maintenanceWindow is \"sun:04:00-sun:04:59\";"
            + " allowed: ddd:hh:mm-ddd:hh:mm in UTC, 60 minutes or more");
    args.snapshotWindow = "02:00-03:00";
    args.maintenanceWindow = "sun:04:00-sun:05:00";
    assertAllowed();
  }

  @Test
  void windowsThatOverlapAreRefused() {
    args.snapshotWindow = "04:30-05:30";
    assertRefused(
        "maintenanceWindow is \"sun:05:00-sun:06:00\";"
            + " allowed: a time outside of the snapshot window; snapshotWindow is 04:30-05:30");
  }
}
