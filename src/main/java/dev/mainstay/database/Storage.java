package dev.mainstay.database;

/**
 * How much storage there is, how fast it is, and how far it grows; see <a
 * href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html">the RDS
 * guide</a>.
 */
final class Storage {
  /** From here up RDS stripes a gp3 volume of PostgreSQL over four, with four times the speed. */
  static final int STRIPED_FROM_GIB = 400;

  static final int LARGEST_GIB = 65_536;

  private Storage() {}

  /**
   * Whether speed is set for this volume. Below the mark it must not be. Above it must: a provider
   * that was told nothing keeps the 3,000 of before when the volume grows past the mark.
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

  /** RDS refuses a ceiling less than a tenth above the storage. */
  static boolean leavesRoom(int ceilingGib, int storageGib) {
    return ceilingGib * 10L >= storageGib * 11L;
  }
}
