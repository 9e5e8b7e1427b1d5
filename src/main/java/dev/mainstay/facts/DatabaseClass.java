package dev.mainstay.facts;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An instance class of RDS for PostgreSQL.
 *
 * @param name such as {@code db.m7g.large}
 * @param architecture {@code arm64} or {@code x86_64}
 * @param orderable whether new instances of it can be made at all
 * @param majors the major versions of PostgreSQL it runs
 * @param regions where it is offered; empty if that is not known
 */
public record DatabaseClass(
    String name,
    int vcpus,
    double memoryGib,
    String architecture,
    boolean orderable,
    Set<String> majors,
    Set<String> regions) {

  private static final Map<String, DatabaseClass> ALL =
      Table.rows("rds-postgres-classes.csv").stream()
          .map(
              row ->
                  new DatabaseClass(
                      row.get("class"),
                      Integer.parseInt(row.get("vcpu")),
                      Double.parseDouble(row.get("memoryGiB")),
                      row.get("arch"),
                      row.get("orderable").equals("yes"),
                      Set.of(row.get("postgresMajors").split(" ")),
                      RegionSets.named(row.get("regionSet"))))
          .collect(Collectors.toUnmodifiableMap(DatabaseClass::name, Function.identity()));

  public static Optional<DatabaseClass> named(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  /** The names of all classes of which new instances can be made. */
  public static Set<String> orderableNames() {
    return ALL.values().stream()
        .filter(DatabaseClass::orderable)
        .map(DatabaseClass::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether it runs a major version of PostgreSQL; true of one that is not known yet. */
  public boolean runs(String major) {
    return majors.contains(major) || PostgresVersion.named(major).isEmpty();
  }

  /** Whether it is offered in a region; true where that is not known. */
  public boolean offeredIn(String region) {
    return regions.isEmpty() || regions.contains(region) || Region.named(region).isEmpty();
  }
}
