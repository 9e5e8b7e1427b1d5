package dev.mainstay.facts;

import java.util.Map;
import java.util.stream.Collectors;

/** How a change of a PostgreSQL parameter takes effect on RDS. */
public final class PostgresParameter {
  private static final Map<String, String> APPLY_TYPES =
      Table.rows("rds-postgres-parameters.csv").stream()
          .collect(
              Collectors.toUnmodifiableMap(row -> row.get("name"), row -> row.get("applyType")));

  private PostgresParameter() {}

  /** Whether a change takes effect without a reboot; false if that is not known. */
  public static boolean isDynamic(String name) {
    return "dynamic".equals(APPLY_TYPES.get(name));
  }
}
