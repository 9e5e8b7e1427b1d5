package dev.mainstay.database;

/**
 * Size, performance and autoscaling of the storage; see <a
 * href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html">the RDS
 * guide</a>.
 */
final class Storage {
  /** From this size RDS stripes gp3 over four volumes, with four times the performance. */
  static final int STRIPED_FROM_GIB = 400;

  static final int LARGEST_GIB = 65_536;

  private Storage() {}

  /**
   * Whether IOPS and throughput are set. Below 400 GiB RDS rejects them. From there they are
   * required: without a value the provider keeps the 3,000 of a smaller volume that grows.
   */
  static boolean isStriped(DatabaseArgs args) {
    return args.storageType().equals("gp3") && args.storageGib() >= STRIPED_FROM_GIB;
  }

  static int smallestGib(String type) {
    return type.startsWith("io") ? 100 : 20;
  }

  static int defaultCeilingGib(int storageGib) {
    int ceiling = (int) Math.min(2L * storageGib, LARGEST_GIB);
    return leavesRoom(ceiling, storageGib) ? ceiling : 0;
  }

  /** RDS rejects a maximum that is less than 10 % above the storage. */
  static boolean leavesRoom(int ceilingGib, int storageGib) {
    return ceilingGib * 10L >= storageGib * 11L;
  }
}
