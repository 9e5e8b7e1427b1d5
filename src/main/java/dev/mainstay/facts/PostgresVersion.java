package dev.mainstay.facts;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A version of PostgreSQL on RDS: a major one, such as {@code 17}, or a minor one, such as {@code
 * 17.5}.
 *
 * @param creatable whether RDS still makes new instances of it; a major version if it does of any
 *     of its minor ones
 */
public record PostgresVersion(String name, String major, boolean creatable) {
  private static final Map<String, PostgresVersion> ALL =
      Table.rows("rds-postgres-versions.csv").stream()
          .map(
              row ->
                  new PostgresVersion(
                      row.get("version"), row.get("major"), row.get("creatable").equals("yes")))
          .collect(Collectors.toUnmodifiableMap(PostgresVersion::name, Function.identity()));

  public static Optional<PostgresVersion> named(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  /** The major versions of which new instances can be made, oldest first. */
  public static List<String> creatableMajors() {
    return ALL.values().stream()
        .filter(version -> version.creatable && version.name.equals(version.major))
        .map(PostgresVersion::major)
        .sorted(Comparator.comparing(Integer::valueOf))
        .toList();
  }

  /** The major version of any version since 10, known or not. */
  public static String majorOf(String version) {
    return version.split("\\.", 2)[0];
  }

  /** The parameter group family of any version since 10, known or not. */
  public static String familyOf(String version) {
    return "postgres" + majorOf(version);
  }
}
