package dev.mainstay.cost;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import java.util.Map;
import java.util.Optional;

/** Aurora: instances by class, storage and requests by use. */
final class AuroraPricing {
  /** The name of an engine in the price list. */
  private static final Map<String, String> ENGINES =
      Map.of(
          "aurora-postgresql", "rds-aurora-postgresql",
          "aurora-mysql", "rds-aurora-mysql");

  private static final String OPTIMIZED = "aurora-iopt1";

  private final ResourceGraph graph;

  AuroraPricing(ResourceGraph graph) {
    this.graph = graph;
  }

  void instance(ResourceNode node, Bill.Entry entry) {
    Optional<ResourceNode> cluster =
        graph.referenced(node, "clusterIdentifier").stream()
            .filter(of -> of.is("aws:rds/cluster:Cluster"))
            .findFirst();
    String engine = node.text("engine", cluster.map(of -> of.text("engine", "")).orElse(""));
    String instanceClass = node.text("instanceClass", "");
    String service = ENGINES.get(engine);
    if (service == null || instanceClass.isEmpty()) {
      entry.notPriced("instance of a database cluster", "its engine or class is not known");
    } else if (instanceClass.equals("db.serverless")) {
      entry.notPriced("Aurora capacity units", "they depend on the load");
    } else if (cluster.isEmpty()) {
      entry.notPriced(instanceClass, "whether its cluster is I/O-Optimized is not known");
    } else if (cluster.get().text("storageType", "").equals(OPTIMIZED)) {
      entry.notPriced(instanceClass, "the prices do not hold Aurora I/O-Optimized");
    } else {
      entry.hourly(instanceClass, 1, service, instanceClass, "");
    }
  }

  void cluster(ResourceNode node, Bill.Entry entry) {
    String engine = node.text("engine", "");
    if (!ENGINES.containsKey(engine)) {
      entry.notPriced("database cluster", "the prices hold no cluster of the engine " + engine);
      return;
    }
    if (node.isTrue("manageMasterUserPassword")) {
      entry.add("secret of the master user", 1, Product.monthly("secrets-manager", "secret"), "");
    }
    if (node.text("storageType", "").equals(OPTIMIZED)) {
      entry.notPriced("Aurora storage", "the prices do not hold Aurora I/O-Optimized");
      return;
    }
    entry.byUse("Aurora storage", Use.AURORA, Product.storage("rds-aurora-storage", "standard"));
    entry.byUse(
        "Aurora I/O requests",
        Use.AURORA_REQUESTS,
        new Product("rds-aurora-storage", "requests", "million"));
    entry.byUse(
        "Aurora backup storage", Use.BACKUPS, Product.storage("rds-aurora-storage", "backup"));
  }
}
