package dev.mainstay.cost;

import dev.mainstay.graph.ResourceNode;

/** EBS volumes: of servers, and on their own. */
final class VolumePricing {
  /** Speed that is part of the price of gp3. */
  private static final long INCLUDED_IOPS = 3_000;

  private static final long INCLUDED_MIBPS = 125;

  /** A volume that is a resource of its own. */
  void volume(ResourceNode node, Bill.Entry entry) {
    if (node.input("size").isEmpty()) {
      entry.notPriced("volume", "its size is that of its snapshot");
      return;
    }
    // https://www.pulumi.com/registry/packages/aws/api-docs/ebs/volume/#type_java
    of(node, "", "size", node.text("type", "gp2"), 1, "", entry);
  }

  /** {@code count} volumes described at {@code path} of a server or launch template. */
  void of(ResourceNode node, String path, long count, String assumption, Bill.Entry entry) {
    if (node.input(path + "volumeSize").isEmpty()) {
      entry.notPriced("volumes", "their size is that of the image");
      return;
    }
    String type = node.text(path + "volumeType", "");
    if (type.isEmpty()) {
      long gib = node.number(path + "volumeSize", 0);
      entry.notPriced("%d x %d GiB".formatted(count, gib), "the type of the volume is not known");
      return;
    }
    of(node, path, "volumeSize", type, count, assumption, entry);
  }

  private static void of(
      ResourceNode node,
      String path,
      String size,
      String type,
      long count,
      String assumption,
      Bill.Entry entry) {
    long gib = node.number(path + size, 0);
    entry.add(
        "%d x %d GiB of %s".formatted(count, gib, type),
        count * gib,
        Product.storage("ebs", type),
        assumption);
    long iops = node.number(path + "iops", 0);
    if (type.equals("gp3")) {
      long throughput = node.number(path + "throughput", 0);
      entry.add(
          "IOPS beyond the %d included".formatted(INCLUDED_IOPS),
          count * Math.max(0, iops - INCLUDED_IOPS),
          new Product("ebs", "gp3-iops", "iops-month"),
          assumption);
      entry.add(
          "MiB/s beyond the %d included".formatted(INCLUDED_MIBPS),
          count * Math.max(0, throughput - INCLUDED_MIBPS),
          new Product("ebs", "gp3-throughput", "mibps-month"),
          assumption);
    } else if (type.startsWith("io")) {
      entry.add(
          "IOPS of " + type,
          count * iops,
          new Product("ebs", type + "-iops", "iops-month"),
          assumption);
    }
  }
}
