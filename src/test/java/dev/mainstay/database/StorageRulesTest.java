package dev.mainstay.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.config.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StorageRulesTest {
  private final DatabaseArgs args = new DatabaseArgs().defaultIdentifier("mainstay-test");

  @BeforeEach
  void aSoundStart() {
    assertAllowed();
  }

  private void assertAllowed() {
    assertThat(args.problems()).isEmpty();
  }

  private void assertRefused(String... messages) {
    assertThat(args.problems()).extracting(Problem::message).containsExactly(messages);
  }

  @Test
  void anUnknownStorageTypeIsRefused() {
    args.storageType = "gp4";
    assertRefused("storageType is \"gp4\"; allowed: gp3, gp2, io1, io2; did you mean gp3?");
  }

  @Test
  void storageBelowTwentyGibIsRefused() {
    args.storageGib = 19;
    assertRefused("storageGib is 19; allowed: 20 to 65536 (GiB); with io1 and io2 at least 100");
    args.storageGib = 20;
    assertAllowed();
  }

  @Test
  void storageAboveTheLargestVolumeIsRefused() {
    args.storageGib = 65_537;
    args.maxStorageGib = 0;
    assertRefused("storageGib is 65537; allowed: 20 to 65536 (GiB); with io1 and io2 at least 100");
    args.storageGib = 65_536;
    args.maxStorageGib = null;
    assertAllowed();
  }

  @Test
  void provisionedStorageBelowAHundredGibIsRefused() {
    args.storageType = "io1";
    args.storageGib = 99;
    args.iops = 1_000;
    assertRefused("storageGib is 99; allowed: 20 to 65536 (GiB); with io1 and io2 at least 100");
    args.storageGib = 100;
    assertAllowed();
  }

  @Test
  void aCeilingWithinATenthOfTheStorageIsRefused() {
    args.maxStorageGib = 109;
    assertRefused(
        "maxStorageGib is 109; allowed: 0 (no autoscaling), or at least 10 % more than storageGib,"
            + " up to 65536 (GiB); storageGib is 100");
    args.maxStorageGib = 110;
    assertAllowed();
    args.maxStorageGib = 0;
    assertAllowed();
  }

  @Test
  void speedOfASmallGp3VolumeIsRefusedEvenAtItsBaseline() {
    args.storageGib = 399;
    args.iops = 3_000;
    args.throughputMibps = 125;
    assertRefused(
        "iops is 3000; allowed: not set with gp2, nor with gp3 below 400 GiB, which has 3000",
        "throughputMibps is 125; allowed: set only with gp3 from 400 GiB; smaller volumes have"
            + " 125");
  }

  @Test
  void speedOfALargeGp3VolumeHasBounds() {
    args.storageGib = 400;
    args.iops = 11_999;
    assertRefused("iops is 11999; allowed: 12000 to 64000 with gp3 from 400 GiB");
    args.iops = 64_001;
    assertRefused("iops is 64001; allowed: 12000 to 64000 with gp3 from 400 GiB");
    args.iops = 16_000;
    args.throughputMibps = 4_000;
    assertAllowed();
    args.throughputMibps = 499;
    assertRefused(
        "throughputMibps is 499; allowed: 500 to 4000 (MiB/s), and up to a quarter of iops");
    args.iops = 12_000;
    args.throughputMibps = 3_001;
    assertRefused(
        "throughputMibps is 3001; allowed: 500 to 4000 (MiB/s), and up to a quarter of iops");
    args.throughputMibps = 3_000;
    assertAllowed();
  }

  @Test
  void provisionedStorageNeedsASpeedInProportion() {
    args.storageType = "io1";
    assertRefused(
        "iops is not set; allowed: at least 1000 with io1 and io2; up to 50 per GiB with io1, up to"
            + " 1000 with io2");
    args.iops = 5_001;
    assertRefused(
        "iops is 5001; allowed: at least 1000 with io1 and io2; up to 50 per GiB with io1, up to"
            + " 1000 with io2");
    args.iops = 5_000;
    assertAllowed();
    args.storageType = "io2";
    args.iops = 100_000;
    assertAllowed();
    args.iops = 100_001;
    assertRefused(
        "iops is 100001; allowed: at least 1000 with io1 and io2; up to 50 per GiB with io1, up to"
            + " 1000 with io2");
    args.iops = 999;
    assertRefused(
        "iops is 999; allowed: at least 1000 with io1 and io2; up to 50 per GiB with io1, up to"
            + " 1000 with io2");
  }

  @Test
  void theLargestCeilingIsAllowed() {
    args.storageGib = 1_000;
    args.maxStorageGib = 65_536;
    assertAllowed();
  }
}
