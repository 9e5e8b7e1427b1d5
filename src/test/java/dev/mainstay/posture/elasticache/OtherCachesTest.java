package dev.mainstay.posture.elasticache;

import static dev.mainstay.posture.Verdicts.node;
import static dev.mainstay.posture.Verdicts.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.Verdicts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Users of caches, and caches that are no replication group. */
class OtherCachesTest {
  private static final String CACHE = "aws:elasticache/replicationGroup:ReplicationGroup";
  private static final String NODE = "aws:elasticache/cluster:Cluster";
  private static final String SERVERLESS = "aws:elasticache/serverlessCache:ServerlessCache";
  private static final String WANTED = "[cache: it has users with a password or a token]";

  private static ResourceNode user(Map<String, Object> inputs) {
    return node("aws:elasticache/user:User", "user", inputs);
  }

  private static String auth(ResourceNode user) {
    ResourceNode group =
        node(
            "aws:elasticache/userGroup:UserGroup",
            "group",
            Map.of("userIds", List.of("user")),
            to("userIds[0]", user));
    return Verdicts.of("Cache auth", user, group, cache(group));
  }

  private static ResourceNode cache(ResourceNode group) {
    return node(
        CACHE, "cache", Map.of("userGroupIds", List.of("group")), to("userGroupIds[0]", group));
  }

  @Test
  void aUserHasToAuthenticate() {
    assertThat(auth(user(Map.of("passwords", List.of("x"))))).isEqualTo("PASSED");
    assertThat(auth(user(Map.of("authenticationMode", Map.of("type", "iam"))))).isEqualTo("PASSED");
    assertThat(auth(user(Map.of("noPasswordRequired", true)))).isEqualTo("FAILED " + WANTED);
    assertThat(auth(user(Map.of("authenticationMode", Map.of("type", "no-password-required")))))
        .isEqualTo("FAILED " + WANTED);
  }

  @Test
  void aUserWhoIsSwitchedOffNeedsNoPassword() {
    assertThat(
            auth(user(Map.of("noPasswordRequired", true, "accessString", "off ~keys* -@all +get"))))
        .isEqualTo("PASSED");
  }

  @Test
  void theUserThatAwsMakesHasNoPassword() {
    ResourceNode group =
        node("aws:elasticache/userGroup:UserGroup", "group", Map.of("userIds", List.of("default")));
    ResourceNode other =
        node("aws:elasticache/userGroup:UserGroup", "group", Map.of("userIds", List.of("app")));

    assertThat(Verdicts.of("Cache auth", group, cache(group))).isEqualTo("FAILED " + WANTED);
    assertThat(Verdicts.of("Cache auth", other, cache(other))).isEqualTo("UNKNOWN " + WANTED);
  }

  @Test
  void aUserWhoIsAddedLaterCounts() {
    ResourceNode open = user(Map.of("noPasswordRequired", true));
    ResourceNode group = node("aws:elasticache/userGroup:UserGroup", "group", Map.of());
    ResourceNode association =
        node(
            "aws:elasticache/userGroupAssociation:UserGroupAssociation",
            "association",
            Map.of("userId", "user"),
            to("userGroupId", group),
            to("userId", open));

    assertThat(Verdicts.of("Cache auth", open, group, association, cache(group)))
        .isEqualTo("FAILED " + WANTED);
  }

  @Test
  void whoseGroupIsElsewhereIsNotKnown() {
    assertThat(
            Verdicts.of(
                "Cache auth", node(CACHE, "cache", Map.of("userGroupIds", List.of("theirs")))))
        .isEqualTo("UNKNOWN " + WANTED);
    assertThat(Verdicts.of("Cache auth", node(CACHE, "cache", Map.of("authToken", "x"))))
        .isEqualTo("PASSED");
  }

  @Test
  void aSingleNodeHasNoReplica() {
    ResourceNode single = node(NODE, "node", Map.of("engine", "redis"));

    assertThat(Verdicts.of("Cache failover", single)).startsWith("FAILED");
    assertThat(Verdicts.of("Cache auth", single)).startsWith("FAILED");
    assertThat(Verdicts.of("Cache failover", node(NODE, "node", Map.of("engine", "memcached"))))
        .startsWith("UNKNOWN");
    assertThat(Verdicts.of("Cache failover", node(NODE, "node", Map.of("replicationGroupId", "g"))))
        .isEqualTo("NOT_APPLICABLE");
  }

  @Test
  void aServerlessCacheIsJudgedByWhatItLeavesOpen() {
    ResourceNode bare = node(SERVERLESS, "cache", Map.of());

    assertThat(Verdicts.of("Cache crypto", bare)).isEqualTo("FAILED [cache: kmsKeyId is set]");
    assertThat(Verdicts.of("Cache auth", bare)).isEqualTo("FAILED " + WANTED);
    assertThat(Verdicts.of("Cache ops", bare))
        .isEqualTo("FAILED [cache: snapshotRetentionLimit is 1 or more]");
  }

  @Test
  void nodesThatAreAllPutIntoOneZoneDoNotSpanZones() {
    Map<String, Object> inputs =
        Map.of(
            "automaticFailoverEnabled",
            true,
            "multiAzEnabled",
            true,
            "numCacheClusters",
            2L,
            "preferredCacheClusterAzs",
            List.of("eu-1a", "eu-1a"));

    assertThat(Verdicts.of("Cache failover", node(CACHE, "cache", inputs)))
        .isEqualTo("FAILED [cache: multiAzEnabled is true]");
  }

  @Test
  void theDefaultSubnetGroupIsNoneOfItsOwn() {
    assertThat(
            Verdicts.of(
                "Cache ops",
                node(
                    CACHE,
                    "cache",
                    Map.of("snapshotRetentionLimit", 1L, "subnetGroupName", "default"))))
        .isEqualTo("FAILED [cache: subnetGroupName is set]");
  }

  @Test
  void memoryDbIsNotJudgedAndNeverPassesUnseen() {
    assertThat(Verdicts.of("Cache crypto", node("aws:memorydb/cluster:Cluster", "m", Map.of())))
        .startsWith("UNKNOWN");
  }
}
