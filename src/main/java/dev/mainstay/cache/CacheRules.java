package dev.mainstay.cache;

import dev.mainstay.config.Doubt;
import dev.mainstay.config.Nearest;
import dev.mainstay.config.Rule;
import dev.mainstay.config.TimeWindow;
import dev.mainstay.facts.CacheNodeType;
import dev.mainstay.facts.CacheVersion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rules for the configuration of a cache.
 *
 * <p>What ElastiCache offers changes, so the tables of node types only warn. A rule refuses what
 * the component cannot create, and a version that belongs to the other engine.
 */
final class CacheRules {
  private static final List<String> ENGINES = List.of("valkey", "redis");
  private static final int SHORTEST_WINDOW_MINUTES = 60;

  /** Redis before it had users or delivered its engine log. */
  private static final Set<String> TOO_OLD = Set.of("4.0.10", "5.0.6", "6.0");

  /** Redis before it had IAM authentication. */
  private static final Set<String> TOO_OLD_FOR_IAM = Set.of("6.2");

  private static final List<Rule<CacheArgs>> ENGINE =
      List.of(
          Rule.oneOf("engine", CacheArgs::engine, ENGINES),
          Rule.of(
              "engineVersion",
              CacheArgs::engineVersion,
              "major and minor version, such as 8.1",
              args -> args.engineVersion().matches("\\d{1,2}\\.\\d{1,2}")),
          Rule.<CacheArgs>of(
                  "engineVersion",
                  CacheArgs::engineVersion,
                  "a version of the configured engine",
                  args -> isKnown(args) || !isOfTheOtherEngine(args))
              .advising(args -> args.engine() + " has " + usableVersions(args)),
          Rule.<CacheArgs>of(
                  "engineVersion",
                  CacheArgs::engineVersion,
                  "a version with user groups and an engine log: redis from 6.2",
                  args -> !TOO_OLD.contains(args.engineVersion()) || !isKnown(args))
              .advising(args -> args.engine() + " has " + usableVersions(args)),
          Rule.oneOf("authentication", CacheArgs::authentication, List.of("iam", "password")),
          Rule.<CacheArgs>of(
                  "authentication",
                  CacheArgs::authentication,
                  "password with redis before 7.0",
                  args ->
                      !args.authentication().equals("iam")
                          || !args.engine().equals("redis")
                          || !TOO_OLD_FOR_IAM.contains(args.engineVersion()))
              .advising(args -> "engineVersion is " + args.engineVersion()),
          Rule.of(
              "authentication",
              CacheArgs::authentication,
              "iam; password requires mainstay:cachePassword",
              args -> !args.hasPassword() || args.password != null),
          Rule.of(
              "parameters",
              CacheArgs::parameters,
              "parameters without cluster-enabled: the cache is one shard with replicas",
              args -> !args.parameters().containsKey("cluster-enabled")));

  private static final List<Rule<CacheArgs>> NODES =
      List.of(
          Rule.<CacheArgs>of(
                  "nodeType",
                  CacheArgs::nodeType,
                  "a node type, such as cache.m7g.large",
                  args -> isTypeName(args.nodeType()))
              .advising(args -> nearestType(args.nodeType())),
          Rule.<CacheArgs>of(
                  "nodeType",
                  CacheArgs::nodeType,
                  "a node type that supports automatic failover",
                  args -> args.replicas() == 0 || failsOver(args))
              .advising(args -> "replicas is " + args.replicas()),
          Rule.range("replicas", CacheArgs::replicas, 0, 5, ""),
          Rule.<CacheArgs>of(
                  "multiAz",
                  CacheArgs::multiAz,
                  "false without replicas",
                  args -> !args.multiAz() || args.replicas() > 0)
              .advising(args -> "replicas is " + args.replicas()));

  private static final List<Rule<CacheArgs>> UPKEEP =
      List.of(
          Rule.range("snapshotRetentionDays", CacheArgs::snapshotRetentionDays, 0, 35, "days"),
          Rule.of(
              "snapshotWindow",
              CacheArgs::snapshotWindow,
              "hh:mm-hh:mm in UTC, at least 60 minutes",
              args -> isLongEnough(TimeWindow.daily(args.snapshotWindow()))),
          Rule.of(
              "maintenanceWindow",
              CacheArgs::maintenanceWindow,
              "ddd:hh:mm-ddd:hh:mm in UTC, at least 60 minutes",
              args -> isLongEnough(TimeWindow.weekly(args.maintenanceWindow()))),
          Rule.<CacheArgs>of(
                  "maintenanceWindow",
                  CacheArgs::maintenanceWindow,
                  "a time outside the snapshot window",
                  args -> !windowsOverlap(args))
              .advising(args -> "snapshotWindow is " + args.snapshotWindow()));

  static final List<Rule<CacheArgs>> ALL =
      Stream.of(ENGINE, NODES, UPKEEP).flatMap(List::stream).toList();

  static final List<Doubt<CacheArgs>> DOUBTS =
      List.of(
          new Doubt<>(
              "engineVersion", CacheArgs::engineVersion, Doubt.UNKNOWN, args -> !isKnown(args)),
          new Doubt<>(
              "nodeType", CacheArgs::nodeType, Doubt.UNKNOWN, args -> typeOf(args).isEmpty()),
          new Doubt<>(
                  "nodeType",
                  CacheArgs::nodeType,
                  "ElastiCache did not offer this type with the engine",
                  args -> ENGINES.contains(args.engine()) && !runsEngine(args))
              .saying(args -> notOffered("with " + args.engine())),
          new Doubt<>(
                  "nodeType",
                  CacheArgs::nodeType,
                  "ElastiCache did not offer this type in this region",
                  args -> !offered(args))
              .saying(args -> notOffered("in " + args.region)));

  private CacheRules() {}

  private static boolean isKnown(CacheArgs args) {
    return CacheVersion.of(args.engine()).contains(args.engineVersion());
  }

  private static boolean isOfTheOtherEngine(CacheArgs args) {
    String other = args.engine().equals("redis") ? "valkey" : "redis";
    return CacheVersion.of(other).contains(args.engineVersion());
  }

  private static String notOffered(String where) {
    return "ElastiCache did not offer this type %s as of %s".formatted(where, CacheNodeType.AS_OF);
  }

  private static String usableVersions(CacheArgs args) {
    return String.join(
        ", ",
        CacheVersion.of(args.engine()).stream()
            .filter(version -> !TOO_OLD.contains(version))
            .toList());
  }

  private static boolean isTypeName(String name) {
    return name.matches("cache\\.[a-z0-9-]+\\.(micro|small|medium|large|\\d*xlarge)");
  }

  private static String nearestType(String name) {
    return Nearest.to(name, CacheNodeType.names()).map("did you mean %s?"::formatted).orElse(null);
  }

  private static Optional<CacheNodeType> typeOf(CacheArgs args) {
    return CacheNodeType.named(args.nodeType());
  }

  private static boolean runsEngine(CacheArgs args) {
    return typeOf(args).map(type -> type.engines().contains(args.engine())).orElse(true);
  }

  private static boolean offered(CacheArgs args) {
    return typeOf(args).map(type -> type.offeredIn(args.region)).orElse(true);
  }

  private static boolean failsOver(CacheArgs args) {
    return typeOf(args)
        .map(CacheNodeType::failsOver)
        .orElse(!args.nodeType().startsWith("cache.t1."));
  }

  private static boolean isLongEnough(Optional<TimeWindow> window) {
    return window.filter(found -> found.minutes() >= SHORTEST_WINDOW_MINUTES).isPresent();
  }

  private static boolean windowsOverlap(CacheArgs args) {
    var snapshot = TimeWindow.daily(args.snapshotWindow());
    var maintenance = TimeWindow.weekly(args.maintenanceWindow());
    return snapshot.isPresent()
        && maintenance.isPresent()
        && snapshot.get().overlaps(maintenance.get());
  }
}
