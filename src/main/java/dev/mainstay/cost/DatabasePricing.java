package dev.mainstay.cost;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import java.util.Optional;

/** RDS instances for PostgreSQL: the instance, its storage, its secret. */
final class DatabasePricing {
  private static final String BY_USE = "paid by use, which the program does not tell";

  /** Of general purpose storage, whose speed up to here is part of its price. */
  private static final long STRIPED_FROM_GIB = 400;

  private static final int INSIGHTS_DAYS_INCLUDED = 7;

  private final ResourceGraph graph;

  DatabasePricing(ResourceGraph graph) {
    this.graph = graph;
  }

  void instance(ResourceNode node, Bill.Entry entry) {
    String engine = inherited(node, "engine");
    String instanceClass = node.text("instanceClass", "");
    if (!engine.equals("postgres") || instanceClass.isEmpty()) {
      entry.notPriced(
          "database instance",
          engine.isEmpty() || instanceClass.isEmpty()
              ? "its engine or class is not known"
              : "the price list has only PostgreSQL, not " + engine);
      return;
    }
    String zones = node.isTrue("multiAz") ? "multi-az" : "single-az";
    entry.hourly(
        "%s %s".formatted(instanceClass, zones), 1, "rds-postgres-" + zones, instanceClass, "");
    storage(node, entry, zones);
    if (node.isTrue("manageMasterUserPassword")) {
      entry.add(
          "secret of the master user", 1, "month", "secrets-manager", "secret", "without requests");
    }
    extras(node, entry);
  }

  private void storage(ResourceNode node, Bill.Entry entry, String zones) {
    // https://www.pulumi.com/registry/packages/aws/api-docs/rds/instance/#storagetype_java
    String type = node.text("storageType", node.input("iops").isPresent() ? "io1" : "gp2");
    String size = inherited(node, "allocatedStorage");
    if (size.isEmpty()) {
      entry.notPriced("storage", "its size is not known");
      return;
    }
    long gib = Long.parseLong(size);
    long ceiling = node.number("maxAllocatedStorage", 0);
    entry.add(
        "%d GiB of %s %s".formatted(gib, type, zones),
        gib,
        "gb-month",
        "rds-storage-" + zones,
        type,
        ceiling > gib ? "may grow to %d GiB".formatted(ceiling) : "");
    if (type.equals("gp3")) {
      boolean striped = gib >= STRIPED_FROM_GIB;
      beyond(node, entry, "iops", striped ? 12_000 : 3_000, "IOPS");
      beyond(node, entry, "storageThroughput", striped ? 500 : 125, "MiB/s");
    } else if (node.input("iops").isPresent()) {
      entry.notPriced("IOPS of " + type, "the price list has no provisioned IOPS");
    }
  }

  private static void beyond(
      ResourceNode node, Bill.Entry entry, String property, long included, String unit) {
    long wanted = node.number(property, included);
    if (wanted > included) {
      entry.notPriced(
          "%d %s beyond the %d included".formatted(wanted - included, unit, included),
          "the price list has no extra " + unit);
    }
  }

  private static void extras(ResourceNode node, Bill.Entry entry) {
    if (node.number("backupRetentionPeriod", 0) > 0) {
      entry.notPriced("backup storage beyond the size of the databases", BY_USE);
    }
    if (node.number("monitoringInterval", 0) > 0) {
      entry.notPriced("logs of enhanced monitoring", BY_USE);
    }
    if (node.number("performanceInsightsRetentionPeriod", 0) > INSIGHTS_DAYS_INCLUDED
        || node.text("databaseInsightsMode", "").equals("advanced")) {
      entry.notPriced("database insights beyond 7 days", "the price list has none");
    }
  }

  /** A replica has the engine and the storage of its source. */
  private String inherited(ResourceNode node, String property) {
    Optional<ResourceNode> source =
        graph.referenced(node, "replicateSourceDb").stream().findFirst();
    return node.text(property, source.map(of -> of.text(property, "")).orElse(""));
  }
}
