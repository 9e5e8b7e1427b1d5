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
 * @param memoryGib the memory of the engine in GiB, before the reserve for snapshots and failover
 * @param architecture {@code arm64} or {@code x86_64}
 * @param engines {@code valkey}, {@code redis} or both
 * @param tiersData whether it requires data tiering, which stores part of the data on disk
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

  /** The date of the offers in this release. */
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
