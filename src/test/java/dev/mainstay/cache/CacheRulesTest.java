package dev.mainstay.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.core.Output;
import dev.mainstay.config.Problem;
import dev.mainstay.config.Warning;
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

  private void assertWarned(String... messages) {
    assertAllowed();
    assertThat(args.warnings()).extracting(Warning::message).containsExactly(messages);
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
  void aMalformedVersionIsRefused() {
    for (String version : List.of("8", "eight", "")) {
      args.engineVersion = version;
      assertRefused(
          "engineVersion is \"%s\"; allowed: major and minor version, such as 8.1"
              .formatted(version));
    }
  }

  @Test
  void aRedisBeforeUserGroupsIsRefused() {
    args.engine = "redis";
    args.engineVersion = "6.0";
    assertRefused(
        "engineVersion is \"6.0\"; allowed: a version with user groups and an engine log: redis"
            + " from 6.2; redis has 6.2, 7.0, 7.1");
  }

  @Test
  void aVersionOfTheOtherEngineIsRefused() {
    args.engineVersion = "7.1";
    assertRefused(
        "engineVersion is \"7.1\"; allowed: a version of the configured engine; valkey has 7.2,"
            + " 8.0, 8.1, 8.2, 9.0, 9.1");
  }

  @Test
  void aVersionNewerThanTheTableIsAWarning() {
    args.engineVersion = "12.0";
    assertWarned("engineVersion is \"12.0\"; unknown to this release, so not checked");
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
        "authentication is \"iam\"; allowed: password with redis before 7.0; engineVersion is 6.2");
    args.engineVersion = "7.0";
    assertAllowed();
  }

  @Test
  void passwordAuthenticationWithoutAPasswordIsRefused() {
    args.authentication = "password";
    assertRefused(
        "authentication is \"password\"; allowed: iam; password requires mainstay:cachePassword");
    args.password(Output.ofSecret("correct horse battery"));
    assertAllowed();
  }

  @Test
  void aShardedCacheIsRefused() {
    args.parameters = Map.of("cluster-enabled", "yes");
    assertRefused(
        "parameters is {cluster-enabled: \"yes\"}; allowed: parameters without cluster-enabled: the"
            + " cache is one shard with replicas");
  }

  @Test
  void aMisspeltNodeTypeIsRefusedWithTheNearestOne() {
    args.nodeType = "cache.t4g.smal";
    assertRefused(
        "nodeType is \"cache.t4g.smal\"; allowed: a node type, such as cache.m7g.large; did you"
            + " mean cache.t4g.small?");
  }

  @Test
  void aNodeTypeThatElastiCacheDidNotOfferWithTheEngineIsAWarning() {
    args.engine = "redis";
    args.nodeType = "cache.c8gn.large";
    assertWarned(
        "nodeType is \"cache.c8gn.large\"; ElastiCache did not offer this type with redis"
            + " as of 2026-10-20");
    args.engine = "valkey";
    assertWarned();
  }

  @Test
  void aNodeTypeThatElastiCacheDidNotOfferInTheRegionIsAWarning() {
    args.region("me-central-1");
    assertWarned(
        "nodeType is \"cache.t4g.small\"; ElastiCache did not offer this type in me-central-1"
            + " as of 2026-10-20");
    args.region("me-central-9");
    assertWarned();
  }

  @Test
  void aNodeTypeNewerThanTheTableIsAWarning() {
    args.nodeType = "cache.m12g.large";
    assertWarned("nodeType is \"cache.m12g.large\"; unknown to this release, so not checked");
  }

  @Test
  void aNodeTypeThatCannotFailOverIsRefusedWithReplicas() {
    args.nodeType = "cache.t1.micro";
    assertRefused(
        "nodeType is \"cache.t1.micro\"; allowed: a node type that supports automatic failover;"
            + " replicas is 1");
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
        "snapshotWindow is \"02:00-02:59\"; allowed: hh:mm-hh:mm in UTC, at least 60 minutes",
        "maintenanceWindow is \"sun:04:00-sun:04:59\"; allowed: ddd:hh:mm-ddd:hh:mm in UTC, at"
            + " least 60 minutes");
    args.snapshotWindow = "02:00-03:00";
    args.maintenanceWindow = "sun:04:00-sun:05:00";
    assertAllowed();
  }

  @Test
  void windowsThatOverlapAreRefused() {
    args.snapshotWindow = "04:30-05:30";
    assertRefused(
        "maintenanceWindow is \"sun:05:00-sun:06:00\"; allowed: a time outside the snapshot window;"
            + " snapshotWindow is 04:30-05:30");
  }
}
