package dev.mainstay.cache;

import dev.mainstay.config.Relaxation.Possible;
import java.util.List;

/** The settings of a cache that are less secure or less available than the default. */
final class CacheRelaxations {
  static final List<Possible<CacheArgs>> ALL =
      List.of(
          new Possible<>(
              "replicas",
              "one node: its failure loses the cache and its content",
              args -> args.replicas() == 0),
          new Possible<>(
              "multiAz",
              "all nodes may run in one zone and fail with it",
              args -> args.replicas() > 0 && !args.multiAz()),
          new Possible<>(
              "snapshotRetentionDays",
              "no snapshots: lost content cannot be restored",
              args -> args.snapshotRetentionDays() == 0),
          new Possible<>(
              "authentication",
              "the user's password is in the Pulumi state and is not rotated",
              CacheArgs::hasPassword));

  private CacheRelaxations() {}
}
