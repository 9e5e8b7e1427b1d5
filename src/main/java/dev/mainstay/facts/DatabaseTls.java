package dev.mainstay.facts;

import java.util.List;
import java.util.Optional;

/**
 * The parameter by which a database engine of RDS refuses connections without TLS.
 *
 * @param engine such as {@code postgres}; {@code sqlserver} stands for all its editions
 * @param parameter its name
 * @param off the values that switch it off
 * @param onByDefaultFrom the first major version in which it is on by default; {@code never}; empty
 *     if that is not known
 */
public record DatabaseTls(
    String engine, String parameter, List<String> off, String onByDefaultFrom) {

  private static final List<DatabaseTls> ALL =
      Table.rows("database-tls.csv").stream()
          .map(
              row ->
                  new DatabaseTls(
                      row.get("engine"),
                      row.get("parameter"),
                      List.of(row.get("off").split(" ")),
                      row.get("onByDefaultFrom")))
          .toList();

  /** The row of an engine or of one of its editions. */
  public static Optional<DatabaseTls> of(String engine) {
    return ALL.stream()
        .filter(row -> engine.equals(row.engine) || engine.startsWith(row.engine + "-"))
        .findFirst();
  }

  /** Whether it is on by default in {@code version}, such as 16.4; empty if that is not known. */
  public Optional<Boolean> onByDefault(String version) {
    if (onByDefaultFrom.equals("never")) {
      return Optional.of(false);
    }
    String major = version.replaceFirst("\\..*", "");
    return onByDefaultFrom.isEmpty() || !major.matches("\\d{1,4}")
        ? Optional.empty()
        : Optional.of(Integer.parseInt(major) >= Integer.parseInt(onByDefaultFrom));
  }
}
