package dev.mainstay.facts;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A version of PostgreSQL on RDS: a major one, such as {@code 17}, or a minor one, such as {@code
 * 17.9}.
 *
 * @param creatable whether RDS creates new instances of it; a major version if RDS does so for one
 *     of its minor versions
 * @param notCreatableSince the day on which RDS stopped creating instances; empty if not known
 * @param supportEnded the day after which RDS upgrades existing instances; empty if not known
 */
public record PostgresVersion(
    String name,
    String major,
    boolean creatable,
    Optional<LocalDate> notCreatableSince,
    Optional<LocalDate> supportEnded) {

  private static final Map<String, PostgresVersion> ALL =
      Table.rows("rds-postgres-versions.csv").stream()
          .map(
              row ->
                  new PostgresVersion(
                      row.get("version"),
                      row.get("major"),
                      row.get("creatable").equals("yes"),
                      date(row.get("notCreatableSince")),
                      date(row.get("supportEnded"))))
          .collect(Collectors.toUnmodifiableMap(PostgresVersion::name, Function.identity()));

  public static Optional<PostgresVersion> named(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  /** The major versions of which RDS creates instances, oldest first. */
  public static List<String> creatableMajors() {
    return ALL.values().stream()
        .filter(version -> version.creatable && version.isMajor())
        .map(PostgresVersion::major)
        .sorted(Comparator.comparing(Integer::valueOf))
        .toList();
  }

  /** The newest minor version of {@code major} that RDS creates; empty if there is none. */
  public static Optional<String> newestOf(String major) {
    return ALL.values().stream()
        .filter(version -> version.creatable && version.major.equals(major))
        .map(PostgresVersion::name)
        .filter(name -> name.matches("\\d+\\.\\d+"))
        .max(Comparator.comparing(name -> Integer.valueOf(name.split("\\.", 2)[1])));
  }

  /** The major version of any version since 10, known or not. */
  public static String majorOf(String version) {
    return version.split("\\.", 2)[0];
  }

  /** The parameter group family of any version since 10, known or not. */
  public static String familyOf(String version) {
    return "postgres" + majorOf(version);
  }

  private boolean isMajor() {
    return name.equals(major);
  }

  private static Optional<LocalDate> date(String cell) {
    return cell.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(cell));
  }
}
