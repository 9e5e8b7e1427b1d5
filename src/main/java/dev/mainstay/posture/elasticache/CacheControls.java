package dev.mainstay.posture.elasticache;

import static dev.mainstay.posture.model.Control.ids;
import static dev.mainstay.posture.model.Judge.all;
import static dev.mainstay.posture.model.Judge.any;
import static dev.mainstay.posture.model.Judge.atLeast;
import static dev.mainstay.posture.model.Judge.ifGiven;
import static dev.mainstay.posture.model.Judge.isTrue;
import static dev.mainstay.posture.model.Judge.not;
import static dev.mainstay.posture.model.Judge.notFalse;
import static dev.mainstay.posture.model.Judge.oneOf;
import static dev.mainstay.posture.model.Judge.present;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Control;
import dev.mainstay.posture.model.Judge;
import dev.mainstay.posture.model.Requirement;
import dev.mainstay.posture.model.Types;
import java.util.List;

/**
 * Controls of caches: of replication groups, and of serverless caches as far as they leave a
 * choice. A serverless cache always spans zones, fails over, and is encrypted at rest and in
 * transit: ElastiCache guide, "Serverless".
 */
public final class CacheControls {
  private static final Judge NEVER = (graph, node) -> Answer.NO;
  private static final String MEMORY_DB = "aws:memorydb/cluster:Cluster";

  /** A node without a replica, unless it belongs to a replication group. */
  private static final Judge STANDS_ALONE = not(present("replicationGroupId"));

  private static final Judge IS_MEMCACHED = oneOf("engine", "memcached");

  /** That of the VPC's default group holds every subnet of the default VPC. */
  private static final Judge IS_OWN_SUBNET_GROUP =
      all(present("subnetGroupName"), not(oneOf("subnetGroupName", "default")));

  public static final List<Control> ALL =
      List.of(
          new Control(
              "Cache failover",
              ids("ElastiCache.3", "CKV2_AWS_50"),
              ofGroup("automaticFailoverEnabled is true", isTrue("automaticFailoverEnabled"))
                  .waivedBy("cache.replicas"),
              ofGroup(
                      "multiAzEnabled is true",
                      all(isTrue("multiAzEnabled"), CacheControls::namesTwoZones))
                  .waivedBy("cache.replicas", "cache.multiAz"),
              ofGroup("it has two nodes or more", CacheControls::hasReplica)
                  .waivedBy("cache.replicas"),
              ofNode("it belongs to a replication group", NEVER).waivedBy("cache.replicas"),
              Requirement.notJudged(MEMORY_DB)),
          new Control(
              "Cache crypto",
              ids("ElastiCache.4", "ElastiCache.5", 29, 30, 191),
              ofGroup(
                  "atRestEncryptionEnabled is true",
                  // Valkey is encrypted unless told otherwise: CreateReplicationGroup.
                  orOfGlobal(
                      any(
                          isTrue("atRestEncryptionEnabled"),
                          all(
                              oneOf("engine", "valkey"),
                              ifGiven("atRestEncryptionEnabled", NEVER, Answer.YES))))),
              Requirement.of(Types.CACHE, "kmsKeyId is set", present("kmsKeyId")),
              Requirement.of(Types.SERVERLESS_CACHE, "kmsKeyId is set", present("kmsKeyId")),
              ofGroup(
                  "transitEncryptionEnabled is true, and required",
                  orOfGlobal(
                      all(
                          isTrue("transitEncryptionEnabled"),
                          // The default is not documented.
                          ifGiven(
                              "transitEncryptionMode",
                              oneOf("transitEncryptionMode", "required"),
                              Answer.UNKNOWN)))),
              ofNode("it belongs to a replication group, which can be encrypted", NEVER),
              Requirement.notJudged(MEMORY_DB)),
          new Control(
              "Cache auth",
              ids("ElastiCache.6", 31),
              ofGroup(
                  "it has users with a password or a token",
                  orOfGlobal(any(CacheUsers.authenticate("userGroupIds"), present("authToken")))),
              Requirement.of(
                  Types.SERVERLESS_CACHE,
                  "it has users with a password or a token",
                  CacheUsers.authenticate("userGroupId")),
              ofNode("it belongs to a replication group, which can have users", NEVER),
              Requirement.notJudged(MEMORY_DB)),
          new Control(
              "Cache ops",
              ids("ElastiCache.1", "ElastiCache.2", "ElastiCache.7"),
              ofGroup("snapshotRetentionLimit is 1 or more", atLeast("snapshotRetentionLimit", 1))
                  .waivedBy("cache.snapshotRetentionDays"),
              Requirement.of(
                      Types.SERVERLESS_CACHE,
                      "snapshotRetentionLimit is 1 or more",
                      atLeast("snapshotRetentionLimit", 1))
                  .waivedBy("cache.snapshotRetentionDays"),
              Requirement.of(
                  Types.CACHE,
                  "autoMinorVersionUpgrade is true",
                  notFalse("autoMinorVersionUpgrade")),
              ofGroup("subnetGroupName is set", IS_OWN_SUBNET_GROUP),
              ofNode("snapshotRetentionLimit is 1 or more", atLeast("snapshotRetentionLimit", 1)),
              ofNode("subnetGroupName is set", IS_OWN_SUBNET_GROUP),
              Requirement.notJudged(MEMORY_DB)));

  private CacheControls() {}

  private static Requirement ofGroup(String wanted, Judge judge) {
    return Requirement.of(Types.CACHE, wanted, judge);
  }

  /** Memcached has neither replicas nor users: these controls cannot say whether it is fit. */
  private static Requirement ofNode(String wanted, Judge judge) {
    Judge unlessMemcached =
        (graph, node) ->
            IS_MEMCACHED.of(graph, node) == Answer.NO ? judge.of(graph, node) : Answer.UNKNOWN;
    return Requirement.of(Types.CACHE_CLUSTER, wanted, unlessMemcached).where(STANDS_ALONE);
  }

  /** A member of a global datastore has what its primary has. */
  private static Judge orOfGlobal(Judge judge) {
    return (graph, cache) -> {
      Answer own = judge.of(graph, cache);
      return own == Answer.NO && cache.input("globalReplicationGroupId").isPresent()
          ? Answer.UNKNOWN
          : own;
    };
  }

  private static Answer hasReplica(ResourceGraph graph, ResourceNode cache) {
    Judge counted = any(atLeast("numCacheClusters", 2), atLeast("replicasPerNodeGroup", 1));
    boolean joined =
        Types.CACHE_CLUSTER.stream()
            .anyMatch(type -> !graph.referring(type, "replicationGroupId", cache).isEmpty());
    return Answer.any(counted.of(graph, cache), Answer.of(joined));
  }

  /** Zones that are named have to be two at least. */
  private static Answer namesTwoZones(ResourceGraph graph, ResourceNode cache) {
    List<String> zones =
        Judge.elements(cache, "preferredCacheClusterAzs").stream()
            .map(path -> cache.text(path, ""))
            .distinct()
            .toList();
    return Answer.of(zones.size() != 1);
  }
}
