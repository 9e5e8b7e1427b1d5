package dev.mainstay.cost;

import static dev.mainstay.cost.Estimate.in;
import static dev.mainstay.cost.Estimate.lines;
import static dev.mainstay.cost.Estimate.notPriced;
import static dev.mainstay.graph.HandMade.graph;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CachePricingTest {

  @Test
  void cachesArePricedByNode() {
    String group = "aws:elasticache/replicationGroup:ReplicationGroup";
    var graph =
        in("eu-central-1")
            .with(
                group,
                "valkey",
                Map.of(
                    "engine",
                    "valkey",
                    "nodeType",
                    "cache.t3.small",
                    "numCacheClusters",
                    2L,
                    "snapshotRetentionLimit",
                    1L))
            .with(
                group,
                "shards",
                Map.of(
                    "nodeType", "cache.t3.medium",
                    "numNodeGroups", 2L,
                    "replicasPerNodeGroup", 2L,
                    "snapshotRetentionLimit", 0L))
            .with(group, "plain", Map.of("nodeType", "cache.t3.small"))
            .with(group, "typeless", Map.of());

    assertThat(lines(graph))
        .containsExactly(
            "2 x cache.t3.small with valkey: 1460 hour x 0.0304 = 44.38",
            "snapshots: 10 gb-month x 0.085 = 0.85 (10 GB beyond what is free (usage.backupGb))",
            "6 x cache.t3.medium with redis: 4380 hour x 0.076 = 332.88",
            "1 x cache.t3.small with redis: 730 hour x 0.038 = 27.74");
    assertThat(notPriced(graph)).containsExactly("cache nodes: their type is not known");
  }

  @Test
  void singleCacheNodesArePricedByTheirEngine() {
    String cluster = "aws:elasticache/cluster:Cluster";
    var graph =
        in("us-east-1")
            .with(
                cluster,
                "redis",
                Map.of(
                    "engine",
                    "redis",
                    "nodeType",
                    "cache.t3.micro",
                    "numCacheNodes",
                    1L,
                    "snapshotRetentionLimit",
                    7L))
            .with(
                cluster,
                "memcached",
                Map.of("engine", "memcached", "nodeType", "cache.t3.micro", "numCacheNodes", 3L))
            .with(cluster, "member", Map.of("replicationGroupId", "group"));

    assertThat(lines(graph))
        .containsExactly(
            "1 x cache.t3.micro with redis: 730 hour x 0.017 = 12.41",
            "snapshots: 10 gb-month x 0.085 = 0.85 (10 GB beyond what is free (usage.backupGb))",
            "3 x cache.t3.micro with memcached: 2190 hour x 0.017 = 37.23");
    assertThat(notPriced(graph))
        .containsExactly("node of a replication group: its type is not known here");
  }
}
