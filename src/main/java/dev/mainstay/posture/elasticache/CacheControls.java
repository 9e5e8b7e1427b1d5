package dev.mainstay.posture.elasticache;

import static dev.mainstay.posture.model.Control.ids;
import static dev.mainstay.posture.model.Judge.all;
import static dev.mainstay.posture.model.Judge.any;
import static dev.mainstay.posture.model.Judge.atLeast;
import static dev.mainstay.posture.model.Judge.ifGiven;
import static dev.mainstay.posture.model.Judge.isTrue;
import static dev.mainstay.posture.model.Judge.notFalse;
import static dev.mainstay.posture.model.Judge.oneOf;
import static dev.mainstay.posture.model.Judge.present;

import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Control;
import dev.mainstay.posture.model.Judge;
import dev.mainstay.posture.model.Requirement;
import dev.mainstay.posture.model.Types;
import java.util.List;

/** Controls of ElastiCache replication groups. */
public final class CacheControls {
  private static final Judge NEVER = (graph, node) -> Answer.NO;

  public static final List<Control> ALL =
      List.of(
          new Control(
              "Cache failover",
              ids("ElastiCache.3", "CKV2_AWS_50"),
              ofCache("automaticFailoverEnabled is true", isTrue("automaticFailoverEnabled"))
                  .waivedBy("cache.replicas"),
              ofCache("multiAzEnabled is true", isTrue("multiAzEnabled"))
                  .waivedBy("cache.replicas", "cache.multiAz"),
              ofCache(
                      "it has two nodes or more",
                      any(atLeast("numCacheClusters", 2), atLeast("replicasPerNodeGroup", 1)))
                  .waivedBy("cache.replicas")),
          new Control(
              "Cache crypto",
              ids("ElastiCache.4", "ElastiCache.5", 29, 30, 191),
              ofCache(
                  "atRestEncryptionEnabled is true",
                  // Valkey is encrypted unless told otherwise: CreateReplicationGroup.
                  any(
                      isTrue("atRestEncryptionEnabled"),
                      all(
                          oneOf("engine", "valkey"),
                          ifGiven("atRestEncryptionEnabled", NEVER, Answer.YES)))),
              ofCache("kmsKeyId is set", present("kmsKeyId")),
              ofCache(
                  "transitEncryptionEnabled is true, and required",
                  all(
                      isTrue("transitEncryptionEnabled"),
                      // The default is not documented.
                      ifGiven(
                          "transitEncryptionMode",
                          oneOf("transitEncryptionMode", "required"),
                          Answer.UNKNOWN)))),
          new Control(
              "Cache auth",
              ids("ElastiCache.6", 31),
              ofCache(
                  "it has users or a token", any(present("userGroupIds"), present("authToken")))),
          new Control(
              "Cache ops",
              ids("ElastiCache.1", "ElastiCache.2", "ElastiCache.7"),
              ofCache("snapshotRetentionLimit is 1 or more", atLeast("snapshotRetentionLimit", 1))
                  .waivedBy("cache.snapshotRetentionDays"),
              ofCache("autoMinorVersionUpgrade is true", notFalse("autoMinorVersionUpgrade")),
              ofCache("subnetGroupName is set", present("subnetGroupName"))));

  private CacheControls() {}

  private static Requirement ofCache(String wanted, Judge judge) {
    return Requirement.of(Types.CACHE, wanted, judge);
  }
}
