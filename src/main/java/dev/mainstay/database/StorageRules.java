package dev.mainstay.database;

import dev.mainstay.config.Rule;
import java.util.List;

/** What the storage of a database must keep. */
final class StorageRules {
  static final List<Rule<DatabaseArgs>> ALL =
      List.of(
          Rule.oneOf("storageType", DatabaseArgs::storageType, List.of("gp3", "gp2", "io1", "io2")),
          Rule.of(
              "storageGib",
              DatabaseArgs::storageGib,
              "20 to 65536 (GiB), with io1 and io2 from 100",
              args ->
                  args.storageGib() >= Storage.smallestGib(args.storageType())
                      && args.storageGib() <= Storage.LARGEST_GIB),
          Rule.<DatabaseArgs>of(
                  "maxStorageGib",
                  DatabaseArgs::maxStorageGib,
                  "0 (no growth), or at least a tenth more than storageGib, up to 65536 (GiB)",
                  args ->
                      args.maxStorageGib() == 0
                          || (Storage.leavesRoom(args.maxStorageGib(), args.storageGib())
                              && args.maxStorageGib() <= Storage.LARGEST_GIB))
              .advising(args -> "storageGib is " + args.storageGib()),
          Rule.of(
              "iops",
              args -> args.iops,
              "not set with gp2, and with gp3 below 400 GiB, which always has 3000",
              args -> args.iops == null || Storage.isStriped(args) || isProvisioned(args)),
          Rule.of(
              "iops",
              args -> args.iops,
              "12000 to 64000 with gp3 from 400 GiB up",
              args -> !Storage.isStriped(args) || within(args.iops(), 12_000, 64_000)),
          Rule.of(
              "iops",
              args -> args.iops,
              "1000 or more with io1 and io2; for each GiB, at most 50 with io1 and 1000 with io2",
              args -> !isProvisioned(args) || fitsProvisioned(args)),
          Rule.<DatabaseArgs>of(
                  "iops",
                  args -> args.iops,
                  "with io1 and io2, at least one for every two GiB of maxStorageGib",
                  args -> !isProvisioned(args) || args.iops == null || reachesCeiling(args))
              .advising(args -> "maxStorageGib is " + args.maxStorageGib()),
          Rule.of(
              "throughputMibps",
              args -> args.throughputMibps,
              "not set but with gp3 from 400 GiB up; smaller ones always have 125",
              args -> args.throughputMibps == null || Storage.isStriped(args)),
          Rule.of(
              "throughputMibps",
              args -> args.throughputMibps,
              "500 to 4000 (MiB/s), and at most a quarter of iops",
              args -> !Storage.isStriped(args) || fitsThroughput(args)));

  private StorageRules() {}

  private static boolean isProvisioned(DatabaseArgs args) {
    return args.storageType().startsWith("io");
  }

  /**
   * For io2, <a
   * href="https://aws.amazon.com/blogs/database/optimize-amazon-rds-performance-with-io2-block-express-storage-for-production-workloads">up
   * to 1,000 IOPS per GiB</a>; the reference of the API still has 50 for both, which is a warning.
   */
  private static boolean fitsProvisioned(DatabaseArgs args) {
    long mostPerGib = args.storageType().equals("io2") ? 1_000 : 50;
    return args.iops != null && args.iops >= 1_000 && args.iops <= mostPerGib * args.storageGib();
  }

  /**
   * RDS measures by the ceiling, too: <a
   * href="https://github.com/ministryofjustice/cloud-platform-environments/pull/3972">an iops to
   * max storage ratio of 0.3 was refused</a>.
   */
  private static boolean reachesCeiling(DatabaseArgs args) {
    return 2L * args.iops >= Math.max(args.storageGib(), args.maxStorageGib());
  }

  static boolean growsStriped(DatabaseArgs args) {
    return args.storageType().equals("gp3")
        && !Storage.isStriped(args)
        && args.maxStorageGib() >= Storage.STRIPED_FROM_GIB;
  }

  static boolean isFastForIo2(DatabaseArgs args) {
    return args.storageType().equals("io2")
        && args.iops != null
        && args.iops > 50L * args.storageGib();
  }

  private static boolean fitsThroughput(DatabaseArgs args) {
    return within(args.throughputMibps(), 500, 4_000) && args.throughputMibps() * 4L <= args.iops();
  }

  private static boolean within(int value, int min, int max) {
    return value >= min && value <= max;
  }
}
