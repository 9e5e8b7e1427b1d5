package dev.mainstay.cost;

import dev.mainstay.graph.ResourceNode;

/** The storage of RDS instances. */
final class DatabaseStoragePricing {
  /** Of general purpose storage, whose speed up to here is part of its price. */
  private static final long STRIPED_FROM_GIB = 400;

  void of(ResourceNode node, String size, String engine, Bill.Entry entry) {
    // https://www.pulumi.com/registry/packages/aws/api-docs/rds/instance/#storagetype_java
    String type = node.text("storageType", node.input("iops").isPresent() ? "io1" : "gp2");
    if (size.isEmpty()) {
      entry.notPriced("storage", "its size is not known");
      return;
    }
    long gib = (long) Double.parseDouble(size);
    String assumption = assumption(node.number("maxAllocatedStorage", 0), gib, engine);
    Product single = Product.storage("rds-storage-single-az", type);
    if (node.isTrue("multiAz")) {
      entry.inTwoLines(
          "%d GiB of %s".formatted(gib, type),
          single,
          "%d GiB of %s of the standby (Multi-AZ)".formatted(gib, type),
          Product.storage("rds-storage-multi-az", type),
          gib,
          assumption);
    } else {
      entry.add("%d GiB of %s".formatted(gib, type), gib, single, assumption);
    }
    speed(node, type, gib, entry);
  }

  private static String assumption(long ceilingGib, long gib, String engine) {
    String growth = ceilingGib > gib ? "may grow to %d GiB".formatted(ceilingGib) : "";
    String price = engine.equals("postgres") ? "" : "the price of PostgreSQL's storage";
    return growth.isEmpty() || price.isEmpty() ? growth + price : growth + "; " + price;
  }

  private static void speed(ResourceNode node, String type, long gib, Bill.Entry entry) {
    if (type.equals("gp3")) {
      boolean striped = gib >= STRIPED_FROM_GIB;
      beyond(node, entry, "iops", striped ? 12_000 : 3_000, "IOPS");
      beyond(node, entry, "storageThroughput", striped ? 500 : 125, "MiB/s");
    } else if (node.input("iops").isPresent()) {
      entry.notPriced("IOPS of " + type, "the prices hold no provisioned IOPS of RDS");
    }
  }

  private static void beyond(
      ResourceNode node, Bill.Entry entry, String property, long included, String unit) {
    long wanted = node.number(property, included);
    if (wanted > included) {
      entry.notPriced(
          "%d %s beyond the %d included".formatted(wanted - included, unit, included),
          "the prices hold no additional %s of RDS".formatted(unit));
    }
  }
}
