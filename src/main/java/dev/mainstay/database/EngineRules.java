package dev.mainstay.database;

import dev.mainstay.config.Doubt;
import dev.mainstay.config.Nearest;
import dev.mainstay.config.Rule;
import dev.mainstay.facts.DatabaseClass;
import dev.mainstay.facts.PostgresVersion;
import java.util.List;
import java.util.Optional;

/**
 * The rules for the engine version and the instance class.
 *
 * <p>What RDS offers changes every month, and a database that exists keeps running on what RDS no
 * longer offers. So the tables only warn; a rule refuses what is no version or class at all.
 */
final class EngineRules {
  static final List<Rule<DatabaseArgs>> ALL =
      List.of(
          Rule.of(
              "engineVersion",
              DatabaseArgs::engineVersion,
              "a PostgreSQL version, such as 17 or 17.9",
              args -> args.engineVersion().matches("\\d{1,2}(\\.\\d{1,2}){0,2}")),
          Rule.<DatabaseArgs>of(
                  "instanceClass",
                  DatabaseArgs::instanceClass,
                  "an instance class, such as db.m7g.large",
                  args -> isClassName(args.instanceClass()))
              .advising(args -> nearestClass(args).orElse(null)));

  static final List<Doubt<DatabaseArgs>> DOUBTS =
      List.of(
          new Doubt<>(
              "engineVersion",
              DatabaseArgs::engineVersion,
              Doubt.UNKNOWN,
              args -> versionOf(args).isEmpty()),
          new Doubt<>(
                  "engineVersion",
                  DatabaseArgs::engineVersion,
                  "RDS no longer creates instances of this version",
                  EngineRules::isRetiredVersion)
              .saying(EngineRules::retiredVersion),
          new Doubt<>(
              "instanceClass",
              DatabaseArgs::instanceClass,
              Doubt.UNKNOWN,
              args -> classOf(args).isEmpty()),
          new Doubt<>(
                  "instanceClass",
                  DatabaseArgs::instanceClass,
                  "RDS no longer creates instances of this class",
                  args -> classOf(args).filter(type -> !type.orderable()).isPresent())
              .saying(args -> retired("RDS no longer creates instances of this class", args)),
          new Doubt<>(
                  "instanceClass",
                  DatabaseArgs::instanceClass,
                  "RDS did not offer this class with this PostgreSQL version",
                  args -> orderableClass(args).filter(type -> !runs(type, args)).isPresent())
              .saying(
                  args ->
                      retired(
                          "RDS did not offer this class with PostgreSQL " + args.engineVersion(),
                          args)),
          new Doubt<>(
                  "instanceClass",
                  DatabaseArgs::instanceClass,
                  "RDS did not offer this class in this region",
                  args -> orderableClass(args).filter(type -> !offered(type, args)).isPresent())
              .saying(args -> retired("RDS did not offer this class in " + args.region, args)));

  private EngineRules() {}

  private static Optional<PostgresVersion> versionOf(DatabaseArgs args) {
    return PostgresVersion.named(args.engineVersion());
  }

  private static boolean isRetiredVersion(DatabaseArgs args) {
    return versionOf(args).filter(version -> !version.creatable()).isPresent();
  }

  private static String retiredVersion(DatabaseArgs args) {
    var version = versionOf(args).orElseThrow();
    String since = version.notCreatableSince().map(" (since %s)"::formatted).orElse("");
    String upgrade =
        version
            .supportEnded()
            .map(" and upgrades existing instances (since %s)"::formatted)
            .orElse("");
    return "RDS no longer creates instances of this version%s%s; %s"
        .formatted(since, upgrade, successor(version));
  }

  private static String successor(PostgresVersion version) {
    return PostgresVersion.newestOf(version.major())
        .map(newest -> "move to %s, or to %s for the newest".formatted(newest, version.major()))
        .orElse("move to " + String.join(", ", PostgresVersion.creatableMajors()));
  }

  private static Optional<DatabaseClass> classOf(DatabaseArgs args) {
    return DatabaseClass.named(args.instanceClass());
  }

  private static Optional<DatabaseClass> orderableClass(DatabaseArgs args) {
    return classOf(args).filter(DatabaseClass::orderable);
  }

  private static boolean runs(DatabaseClass type, DatabaseArgs args) {
    return type.runs(PostgresVersion.majorOf(args.engineVersion()));
  }

  private static boolean offered(DatabaseClass type, DatabaseArgs args) {
    return type.offeredIn(args.region);
  }

  private static String retired(String what, DatabaseArgs args) {
    String major = PostgresVersion.majorOf(args.engineVersion());
    return what
        + " as of "
        + DatabaseClass.AS_OF
        + classOf(args)
            .flatMap(type -> type.replacement(major, args.region))
            .map("; move to a class such as %s"::formatted)
            .orElse("");
  }

  private static boolean isClassName(String name) {
    return name.matches("db\\.[a-z0-9-]+\\.(micro|small|medium|large|\\d*xlarge|metal)");
  }

  private static Optional<String> nearestClass(DatabaseArgs args) {
    return Nearest.to(args.instanceClass(), DatabaseClass.orderableNames())
        .map("did you mean %s?"::formatted);
  }
}
