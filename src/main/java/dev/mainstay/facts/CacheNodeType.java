package dev.mainstay.facts;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.annotation.Nullable;

/**
 * A node type of ElastiCache.
 *
 * @param name such as {@code cache.t4g.small}
 * @param memoryGib what the engine may use, before the reserve for snapshots and failover
 * @param architecture {@code arm64} or {@code x86_64}
 * @param engines {@code valkey}, {@code redis} or both
 * @param tiersData whether it keeps part of the data on its disk, which it then must
 * @param failsOver whether it can be part of a group with automatic failover
 * @param regions where it is offered; empty if that is not known
 */
public record CacheNodeType(
    String name,
    double memoryGib,
    String architecture,
    Set<String> engines,
    boolean tiersData,
    boolean failsOver,
    Set<String> regions) {

  private static final String TABLE = "cache-node-types.csv";

  /** The day of the offer that this release knows. */
  public static final LocalDate AS_OF = Table.asOf(TABLE);

  private static final Map<String, CacheNodeType> ALL =
      Table.rows(TABLE).stream()
          .map(
              row ->
                  new CacheNodeType(
                      row.get("nodeType"),
                      Double.parseDouble(row.get("memoryGiB")),
                      row.get("arch"),
                      Set.of(row.get("engines").split(" ")),
                      row.get("dataTiering").equals("required"),
                      row.get("automaticFailover").equals("yes"),
                      RegionSets.named(row.get("regionSet"))))
          .collect(Collectors.toUnmodifiableMap(CacheNodeType::name, Function.identity()));

  public static Optional<CacheNodeType> named(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  public static Set<String> names() {
    return ALL.keySet();
  }

  /** Whether AWS offers it in a region; true if that is not known. */
  public boolean offeredIn(@Nullable String region) {
    return region == null
        || regions.isEmpty()
        || regions.contains(region)
        || Region.named(region).isEmpty();
  }
}
