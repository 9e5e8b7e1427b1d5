package dev.mainstay.facts;

import java.util.Set;
import java.util.stream.Collectors;

/** The parameters of ElastiCache for Redis OSS and Valkey. */
public final class CacheParameter {
  private static final Set<String> IMMEDIATE =
      Table.rows("cache-parameters.csv").stream()
          .filter(row -> row.get("applies").equals("immediately"))
          .map(row -> row.get("parameter"))
          .collect(Collectors.toUnmodifiableSet());

  private CacheParameter() {}

  /** Whether a change takes effect at once; false for a parameter that is not on record. */
  public static boolean appliesImmediately(String parameter) {
    return IMMEDIATE.contains(parameter);
  }
}
