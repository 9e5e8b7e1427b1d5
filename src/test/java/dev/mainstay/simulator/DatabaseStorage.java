package dev.mainstay.simulator;

import static dev.mainstay.simulator.AwsRule.require;

/**
 * The sizes and speeds of RDS volumes; figures of the RDS user guide, 2023-06, and for io2 of <a
 * href="https://aws.amazon.com/blogs/database/optimize-amazon-rds-performance-with-io2-block-express-storage-for-production-workloads">AWS's
 * own comparison of 2024</a>.
 */
final class DatabaseStorage {
  private static final int STRIPED_GIB = 400;

  private DatabaseStorage() {}

  static void check(Proposal proposal) {
    var gib = proposal.number("allocatedStorage", 0);
    var most = proposal.number("maxAllocatedStorage", 0);
    require(
        most == 0 || most > gib,
        "InvalidParameterCombination: Max storage size must be greater than storage size");
    switch (proposal.text("storageType")) {
      case "gp3" -> checkGp3(proposal, gib);
      case "io1", "io2" -> checkProvisioned(proposal, gib);
      default -> {}
    }
  }

  private static void checkGp3(Proposal proposal, int gib) {
    inRange("allocated storage", gib, 20, 65_536);
    if (gib < STRIPED_GIB) {
      require(
          !proposal.has("iops") && !proposal.has("storageThroughput"),
          "InvalidParameterCombination: You can't specify IOPS or storage throughput for engine postgres and a storage size less than 400.");
      return;
    }
    if (proposal.has("iops")) {
      inRange("iops", proposal.number("iops", 0), 12_000, 64_000);
      require(
          proposal.number("iops", 0) <= 500 * gib,
          "InvalidParameterCombination: The IOPS to GiB ratio must be at most 500");
    }
    if (proposal.has("storageThroughput")) {
      inRange("storage throughput", proposal.number("storageThroughput", 0), 500, 4_000);
      require(
          proposal.number("storageThroughput", 0) <= proposal.number("iops", 12_000) / 4,
          "InvalidParameterCombination: The throughput to IOPS ratio must be at most 0.25");
    }
  }

  private static void checkProvisioned(Proposal proposal, int gib) {
    inRange("allocated storage", gib, 100, 65_536);
    require(
        proposal.has("iops"), "InvalidParameterCombination: provisioned IOPS volumes need IOPS");
    var ratio = (double) proposal.number("iops", 0) / gib;
    var most = proposal.text("storageType").equals("io2") ? 1_000 : 50;
    require(
        ratio >= 0.5 && ratio <= most,
        "InvalidParameterCombination: The IOPS to GiB ratio must be between 0.5 and " + most);
  }

  private static void inRange(String what, int value, int min, int max) {
    require(
        value >= min && value <= max,
        "InvalidParameterValue: Invalid %s %d: must be from %d to %d"
            .formatted(what, value, min, max));
  }
}
