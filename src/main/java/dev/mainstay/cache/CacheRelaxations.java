package dev.mainstay.cache;

import dev.mainstay.config.Relaxation.Possible;
import java.util.List;

/** The settings of a cache that give up something the default has. */
final class CacheRelaxations {
  static final List<Possible<CacheArgs>> ALL =
      List.of(
          new Possible<>(
              "replicas",
              "one node: with it, the cache and its content are gone",
              args -> args.replicas() == 0),
          new Possible<>(
              "multiAz",
              "all nodes may be in one zone, and fail with it",
              args -> args.replicas() > 0 && !args.multiAz()),
          new Possible<>(
              "snapshotRetentionDays",
              "no snapshots: lost content stays lost",
              args -> args.snapshotRetentionDays() == 0),
          new Possible<>(
              "authentication",
              "the user's password is in the state and is not rotated",
              CacheArgs::hasPassword));

  private CacheRelaxations() {}
}
