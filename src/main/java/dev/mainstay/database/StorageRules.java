package dev.mainstay.database;

import dev.mainstay.config.Doubt;
import dev.mainstay.config.Rule;
import java.util.List;

/** The rules for the storage of a database. */
final class StorageRules {
  static final List<Rule<DatabaseArgs>> ALL =
      List.of(
          Rule.oneOf("storageType", DatabaseArgs::storageType, List.of("gp3", "gp2", "io1", "io2")),
          Rule.of(
              "storageGib",
              DatabaseArgs::storageGib,
              "20 to 65536 (GiB); with io1 and io2 at least 100",
              args ->
                  args.storageGib() >= Storage.smallestGib(args.storageType())
                      && args.storageGib() <= Storage.LARGEST_GIB),
          Rule.<DatabaseArgs>of(
                  "maxStorageGib",
                  DatabaseArgs::maxStorageGib,
                  "0 (no autoscaling), or at least 10 % more than storageGib, up to 65536 (GiB)",
                  args ->
                      args.maxStorageGib() == 0
                          || (Storage.leavesRoom(args.maxStorageGib(), args.storageGib())
                              && args.maxStorageGib() <= Storage.LARGEST_GIB))
              .advising(args -> "storageGib is " + args.storageGib()),
          Rule.of(
              "iops",
              args -> args.iops,
              "not set with gp2, nor with gp3 below 400 GiB, which has 3000",
              args -> args.iops == null || Storage.isStriped(args) || isProvisioned(args)),
          Rule.of(
              "iops",
              args -> args.iops,
              "12000 to 64000 with gp3 from 400 GiB",
              args -> !Storage.isStriped(args) || within(args.iops(), 12_000, 64_000)),
          Rule.of(
              "iops",
              args -> args.iops,
              "at least 1000 with io1 and io2; up to 50 per GiB with io1, up to 1000 with io2",
              args -> !isProvisioned(args) || fitsProvisioned(args)),
          Rule.<DatabaseArgs>of(
                  "iops",
                  args -> args.iops,
                  "at least 0.5 per GiB of maxStorageGib with io1 and io2",
                  args -> !isProvisioned(args) || args.iops == null || reachesCeiling(args))
              .advising(args -> "maxStorageGib is " + args.maxStorageGib()),
          Rule.of(
              "throughputMibps",
              args -> args.throughputMibps,
              "set only with gp3 from 400 GiB; smaller volumes have 125",
              args -> args.throughputMibps == null || Storage.isStriped(args)),
          Rule.of(
              "throughputMibps",
              args -> args.throughputMibps,
              "500 to 4000 (MiB/s), and up to a quarter of iops",
              args -> !Storage.isStriped(args) || fitsThroughput(args)));

  static final List<Doubt<DatabaseArgs>> DOUBTS =
      List.of(
          new Doubt<>(
              "maxStorageGib",
              DatabaseArgs::maxStorageGib,
              "beyond 400 GiB gp3 has four times the throughput, and iops must be set",
              StorageRules::growsStriped),
          new Doubt<>(
              "iops",
              args -> args.iops,
              "more than 50 per GiB; some sources limit io2 to that",
              StorageRules::isFastForIo2));

  private StorageRules() {}

  private static boolean isProvisioned(DatabaseArgs args) {
    return args.storageType().startsWith("io");
  }

  /**
   * For io2, <a
   * href="https://aws.amazon.com/blogs/database/optimize-amazon-rds-performance-with-io2-block-express-storage-for-production-workloads">up
   * to 1,000 IOPS per GiB</a>. The API reference states 50 for both types, hence the warning.
   */
  private static boolean fitsProvisioned(DatabaseArgs args) {
    long mostPerGib = args.storageType().equals("io2") ? 1_000 : 50;
    return args.iops != null && args.iops >= 1_000 && args.iops <= mostPerGib * args.storageGib();
  }

  /**
   * RDS applies the ratio to the maximum, too: <a
   * href="https://github.com/ministryofjustice/cloud-platform-environments/pull/3972">it refused an
   * iops to max storage ratio of 0.3</a>.
   */
  private static boolean reachesCeiling(DatabaseArgs args) {
    return 2L * args.iops >= Math.max(args.storageGib(), args.maxStorageGib());
  }

  private static boolean growsStriped(DatabaseArgs args) {
    return args.storageType().equals("gp3")
        && !Storage.isStriped(args)
        && args.maxStorageGib() >= Storage.STRIPED_FROM_GIB;
  }

  private static boolean isFastForIo2(DatabaseArgs args) {
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
