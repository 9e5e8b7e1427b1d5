package dev.mainstay.cost;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import java.util.Map;
import java.util.Optional;

/** RDS instances: the instance, its standby, its backups, its secret. */
final class DatabasePricing {
  private static final int INSIGHTS_DAYS_INCLUDED = 7;

  /** The name of an engine in the price list. */
  private static final Map<String, String> ENGINES =
      Map.of("postgres", "rds-postgres", "mysql", "rds-mysql", "mariadb", "rds-mariadb");

  private final ResourceGraph graph;
  private final DatabaseStoragePricing storage = new DatabaseStoragePricing();

  DatabasePricing(ResourceGraph graph) {
    this.graph = graph;
  }

  void instance(ResourceNode node, Bill.Entry entry) {
    String engine = inherited(node, "engine");
    String instanceClass = node.text("instanceClass", "");
    String service = ENGINES.get(engine);
    if (service == null || instanceClass.isEmpty()) {
      entry.notPriced(
          "database instance",
          engine.isEmpty() || instanceClass.isEmpty()
              ? "its engine or class is not known"
              : "the prices do not hold the engine " + engine);
      return;
    }
    Product single = Product.hourly(service + "-single-az", instanceClass);
    if (node.isTrue("multiAz")) {
      entry.inTwoLines(
          instanceClass,
          single,
          "standby of %s (Multi-AZ)".formatted(instanceClass),
          Product.hourly(service + "-multi-az", instanceClass),
          Bill.HOURS_PER_MONTH,
          "");
    } else {
      entry.add(instanceClass, Bill.HOURS_PER_MONTH, single, "");
    }
    storage.of(node, inherited(node, "allocatedStorage"), engine, entry);
    extras(node, entry);
  }

  private static void extras(ResourceNode node, Bill.Entry entry) {
    if (node.isTrue("manageMasterUserPassword")) {
      entry.add("secret of the master user", 1, Product.monthly("secrets-manager", "secret"), "");
    }
    if (node.number("backupRetentionPeriod", 0) > 0) {
      backups(entry);
    }
    if (node.number("monitoringInterval", 0) > 0) {
      entry.byUse(
          "logs of enhanced monitoring", Use.LOGS, Product.data("cloudwatch", "log-ingest"));
    }
    if (node.number("performanceInsightsRetentionPeriod", 0) > INSIGHTS_DAYS_INCLUDED
        || node.text("databaseInsightsMode", "").equals("advanced")) {
      entry.notPriced("database insights beyond 7 days", "the prices hold none");
    }
  }

  /** Free up to the size of all databases of the account in the region. */
  static void backups(Bill.Entry entry) {
    entry.byUse(
        "backup storage", Use.BACKUPS, Product.storage("rds-backup-storage", "beyond-free"));
  }

  /** A replica has the engine and the storage of its source. */
  private String inherited(ResourceNode node, String property) {
    Optional<ResourceNode> source =
        graph.referenced(node, "replicateSourceDb").stream().findFirst();
    return node.text(property, source.map(of -> of.text(property, "")).orElse(""));
  }
}
