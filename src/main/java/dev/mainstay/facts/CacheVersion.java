package dev.mainstay.facts;

import java.util.List;
import java.util.Optional;

/** A version of a cache engine on ElastiCache, with the family its parameter groups belong to. */
public record CacheVersion(String engine, String version, String family) {
  private static final List<CacheVersion> ALL =
      Table.rows("cache-versions.csv").stream()
          .map(row -> new CacheVersion(row.get("engine"), row.get("version"), row.get("family")))
          .toList();

  /** The known versions of an engine, oldest first. */
  public static List<String> of(String engine) {
    return ALL.stream()
        .filter(known -> known.engine.equals(engine))
        .map(CacheVersion::version)
        .toList();
  }

  /** The family of a version. For an unknown version, it is the engine with the major version. */
  public static String familyOf(String engine, String version) {
    return named(engine, version)
        .map(CacheVersion::family)
        .orElseGet(() -> engine + version.split("\\.", 2)[0]);
  }

  private static Optional<CacheVersion> named(String engine, String version) {
    return ALL.stream()
        .filter(known -> known.engine.equals(engine) && known.version.equals(version))
        .findFirst();
  }
}
