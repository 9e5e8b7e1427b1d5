package dev.mainstay.cost;

import dev.mainstay.graph.ResourceNode;

/** Caches: nodes, by engine and type. */
final class CachePricing {
  void group(ResourceNode node, Bill.Entry entry) {
    String engine = node.text("engine", "redis");
    long shards = node.number("numNodeGroups", 1);
    long perShard = node.number("replicasPerNodeGroup", 0) + 1;
    nodes(node, entry, engine, node.number("numCacheClusters", shards * perShard));
  }

  void cluster(ResourceNode node, Bill.Entry entry) {
    if (node.input("replicationGroupId").isPresent()) {
      // Its type and engine are those of its group.
      entry.notPriced("node of a replication group", "its type is not known here");
      return;
    }
    nodes(node, entry, node.text("engine", "engine not known"), node.number("numCacheNodes", 1));
  }

  private static void nodes(ResourceNode node, Bill.Entry entry, String engine, long count) {
    String type = node.text("nodeType", "");
    if (type.isEmpty()) {
      entry.notPriced("cache nodes", "their type is not known");
      return;
    }
    entry.hourly(
        "%d x %s with %s".formatted(count, type, engine), count, "elasticache-" + engine, type, "");
    if (node.number("snapshotRetentionLimit", 0) > 0) {
      entry.byUse("snapshots", Use.BACKUPS, Product.storage("elasticache-backup", "storage"));
    }
  }
}
