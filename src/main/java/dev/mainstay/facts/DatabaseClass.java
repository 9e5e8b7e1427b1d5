package dev.mainstay.facts;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.annotation.Nullable;

/**
 * An instance class of RDS for PostgreSQL.
 *
 * @param name such as {@code db.m7g.large}
 * @param architecture {@code arm64} or {@code x86_64}
 * @param orderable whether RDS creates new instances of it
 * @param majors the major versions of PostgreSQL that RDS offers it with; empty if not known
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

  private static final String TABLE = "rds-postgres-classes.csv";

  /** The date of the offers in this release. */
  public static final LocalDate AS_OF = Table.asOf(TABLE);

  private static final Map<String, DatabaseClass> ALL =
      Table.rows(TABLE).stream()
          .map(
              row ->
                  new DatabaseClass(
                      row.get("class"),
                      Integer.parseInt(row.get("vcpu")),
                      Double.parseDouble(row.get("memoryGiB")),
                      row.get("arch"),
                      row.get("orderable").equals("yes"),
                      majors(row.get("postgresMajors")),
                      RegionSets.named(row.get("regionSet"))))
          .collect(Collectors.toUnmodifiableMap(DatabaseClass::name, Function.identity()));

  public static Optional<DatabaseClass> named(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  /** The names of all classes for which RDS creates new instances. */
  public static Set<String> orderableNames() {
    return ALL.values().stream()
        .filter(DatabaseClass::orderable)
        .map(DatabaseClass::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether RDS offers it with a major version of PostgreSQL; true if that is not known. */
  public boolean runs(String major) {
    return majors.isEmpty()
        || majors.contains(major)
        || PostgresVersion.named(major).filter(PostgresVersion::creatable).isEmpty();
  }

  /**
   * The newest class of the same family and size that RDS offers for {@code major} in {@code
   * region}; empty if there is none.
   */
  public Optional<String> replacement(String major, @Nullable String region) {
    return ALL.values().stream()
        .filter(other -> other.family().equals(family()) && other.size().equals(size()))
        .filter(other -> other.orderable && other.runs(major) && other.offeredIn(region))
        .map(DatabaseClass::name)
        .max(
            Comparator.comparing(DatabaseClass::generation)
                .thenComparing(Comparator.comparing(String::length).reversed())
                .thenComparing(Comparator.naturalOrder()))
        .filter(newest -> !newest.equals(name));
  }

  /** {@code m} of {@code db.m7g.large}. */
  private String family() {
    return name.split("\\.", 3)[1].replaceAll("[^a-z].*", "");
  }

  private static int generation(String name) {
    return Integer.parseInt(name.split("\\.", 3)[1].replaceAll("\\D*(\\d+).*", "$1"));
  }

  private String size() {
    return name.split("\\.", 3)[2];
  }

  /** Whether AWS offers it in a region; true if that is not known. */
  public boolean offeredIn(@Nullable String region) {
    return region == null
        || regions.isEmpty()
        || regions.contains(region)
        || Region.named(region).isEmpty();
  }

  private static Set<String> majors(String cell) {
    return cell.isEmpty() ? Set.of() : Set.of(cell.split(" ", -1));
  }
}
