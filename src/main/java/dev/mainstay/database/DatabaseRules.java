package dev.mainstay.database;

import dev.mainstay.config.Doubt;
import dev.mainstay.config.Nearest;
import dev.mainstay.config.Rule;
import dev.mainstay.config.TimeWindow;
import dev.mainstay.facts.DatabaseClass;
import dev.mainstay.facts.PostgresVersion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a database's configuration must keep. */
final class DatabaseRules {
  private static final int SHORTEST_WINDOW_MINUTES = 30;
  private static final Set<Integer> MONITORING_SECONDS = Set.of(0, 1, 5, 10, 15, 30, 60);

  private static final List<Rule<DatabaseArgs>> ENGINE =
      List.of(
          Rule.of(
              "engineVersion",
              DatabaseArgs::engineVersion,
              "a PostgreSQL version, such as 17 or 17.5",
              args -> isVersion(args.engineVersion())),
          Rule.<DatabaseArgs>of(
                  "engineVersion",
                  DatabaseArgs::engineVersion,
                  "a version of which RDS makes new instances",
                  args ->
                      PostgresVersion.named(args.engineVersion())
                          .map(PostgresVersion::creatable)
                          .orElse(true))
              .advising(
                  args ->
                      "a major version alone takes its newest: "
                          + String.join(", ", PostgresVersion.creatableMajors())),
          Rule.<DatabaseArgs>of(
                  "instanceClass",
                  DatabaseArgs::instanceClass,
                  "an instance class such as db.m7g.large",
                  args -> isClassName(args.instanceClass()))
              .advising(args -> nearestClass(args.instanceClass())),
          Rule.<DatabaseArgs>of(
                  "instanceClass",
                  DatabaseArgs::instanceClass,
                  "a class that RDS offers for this PostgreSQL version",
                  args -> classOf(args).map(c -> c.orderable() && runs(c, args)).orElse(true))
              .advising(args -> "engineVersion is " + args.engineVersion()),
          Rule.<DatabaseArgs>of(
                  "instanceClass",
                  DatabaseArgs::instanceClass,
                  "a class that RDS offers in this region",
                  args -> args.region == null || offered(args))
              .advising(args -> "the region is " + args.region));

  private static final List<Rule<DatabaseArgs>> NAMES =
      List.of(
          Rule.of(
              "identifier",
              DatabaseArgs::identifier,
              "1 to 63 lower-case letters, digits and hyphens, a letter first,"
                  + " no two hyphens together, none at the end",
              args -> args.identifier() == null || isIdentifier(args.identifier())),
          Rule.<DatabaseArgs>of(
                  "identifier",
                  DatabaseArgs::identifier,
                  "up to 52 characters with read replicas, which add -replica-1 to it",
                  args ->
                      args.readReplicas() == 0
                          || args.identifier() == null
                          || args.identifier().length() <= 52)
              .advising(args -> "readReplicas is " + args.readReplicas()),
          Rule.of(
              "name",
              args -> args.name,
              "a letter, then up to 62 letters, digits and underscores",
              args -> args.name == null || args.name.matches("[A-Za-z]\\w{0,62}")),
          Rule.of(
              "name",
              args -> args.name,
              "not set with restoreFromSnapshot, which brings its databases",
              args -> args.name == null || args.restoreFromSnapshot == null),
          Rule.of(
              "username",
              DatabaseArgs::username,
              "a letter, then up to 15 letters, digits and underscores;"
                  + " not admin, postgres, rdsadmin or pg_*",
              args -> isUsername(args.username())),
          Rule.range("port", DatabaseArgs::port, 1_150, 65_535, ""),
          Rule.of(
              "parameters",
              DatabaseArgs::parameters,
              "nothing that turns off rds.force_ssl, log_statement"
                  + " or log_min_duration_statement",
              args -> DatabaseParameters.keepControls(args.parameters())));

  private static final List<Rule<DatabaseArgs>> UPKEEP =
      List.of(
          Rule.range("backupRetentionDays", DatabaseArgs::backupRetentionDays, 1, 35, "days"),
          Rule.of(
              "backupWindow",
              DatabaseArgs::backupWindow,
              "hh:mm-hh:mm in UTC, 30 minutes or more",
              args -> isLongEnough(TimeWindow.daily(args.backupWindow()))),
          Rule.of(
              "maintenanceWindow",
              DatabaseArgs::maintenanceWindow,
              "ddd:hh:mm-ddd:hh:mm in UTC, 30 minutes or more",
              args -> isLongEnough(TimeWindow.weekly(args.maintenanceWindow()))),
          Rule.<DatabaseArgs>of(
                  "maintenanceWindow",
                  DatabaseArgs::maintenanceWindow,
                  "a time outside of the backup window",
                  args -> !windowsOverlap(args))
              .advising(args -> "backupWindow is " + args.backupWindow()),
          Rule.of(
              "monitoringIntervalSeconds",
              DatabaseArgs::monitoringIntervalSeconds,
              "0, 1, 5, 10, 15, 30, 60",
              args -> MONITORING_SECONDS.contains(args.monitoringIntervalSeconds())),
          Rule.oneOf(
              "databaseInsights",
              DatabaseArgs::databaseInsights,
              List.of("standard", "advanced", "off")),
          Rule.<DatabaseArgs>of(
                  "allowMajorVersionUpgrade",
                  DatabaseArgs::allowMajorVersionUpgrade,
                  "true only with applyImmediately or blueGreenUpdates",
                  args ->
                      !args.allowMajorVersionUpgrade()
                          || args.applyImmediately()
                          || args.blueGreenUpdates())
              .advising(args -> "an upgrade that waits for its window keeps the old parameters"));

  private static final List<Rule<DatabaseArgs>> CREDENTIALS =
      List.of(
          Rule.oneOf("credentials", DatabaseArgs::credentials, List.of("managed", "own")),
          Rule.of(
              "credentials",
              DatabaseArgs::credentials,
              "managed, or own together with a password",
              args -> !args.credentials().equals("own") || args.password != null),
          Rule.range("readReplicas", DatabaseArgs::readReplicas, 0, 15, ""),
          Rule.<DatabaseArgs>of(
                  "readReplicas",
                  DatabaseArgs::readReplicas,
                  "0 with a managed master password",
                  args -> args.readReplicas() == 0 || !args.credentials().equals("managed"))
              .advising(args -> "set credentials to own"),
          Rule.<DatabaseArgs>of(
                  "blueGreenUpdates",
                  DatabaseArgs::blueGreenUpdates,
                  "false with a managed master password",
                  args -> !args.blueGreenUpdates() || !args.credentials().equals("managed"))
              .advising(args -> "set credentials to own"),
          Rule.<DatabaseArgs>of(
                  "blueGreenUpdates",
                  DatabaseArgs::blueGreenUpdates,
                  "false with read replicas",
                  args -> !args.blueGreenUpdates() || args.readReplicas() == 0)
              .advising(args -> "readReplicas is " + args.readReplicas()));

  static final List<Rule<DatabaseArgs>> ALL =
      Stream.of(ENGINE, StorageRules.ALL, NAMES, UPKEEP, CREDENTIALS)
          .flatMap(List::stream)
          .toList();

  static final List<Doubt<DatabaseArgs>> DOUBTS =
      List.of(
          new Doubt<>(
              "engineVersion",
              DatabaseArgs::engineVersion,
              "no version that this version of the program knows",
              args -> PostgresVersion.named(args.engineVersion()).isEmpty()),
          new Doubt<>(
              "instanceClass",
              DatabaseArgs::instanceClass,
              "no class that this version knows",
              args -> classOf(args).isEmpty()),
          new Doubt<>(
              "maxStorageGib",
              DatabaseArgs::maxStorageGib,
              "beyond 400 GiB, where gp3 gets four times the speed and iops has to be set",
              StorageRules::growsStriped),
          new Doubt<>(
              "iops",
              args -> args.iops,
              "more than 50 for each GiB, which io2 was not always given",
              StorageRules::isFastForIo2));

  private DatabaseRules() {}

  private static boolean isVersion(String version) {
    return version.matches("\\d{1,2}(\\.\\d{1,2}){0,2}");
  }

  private static boolean isClassName(String name) {
    return name.matches("db\\.[a-z0-9-]+\\.(micro|small|medium|large|\\d*xlarge|metal)");
  }

  private static String nearestClass(String name) {
    return Nearest.to(name, DatabaseClass.orderableNames())
        .map("did you mean %s?"::formatted)
        .orElse(null);
  }

  private static Optional<DatabaseClass> classOf(DatabaseArgs args) {
    return DatabaseClass.named(args.instanceClass());
  }

  private static boolean runs(DatabaseClass type, DatabaseArgs args) {
    return type.runs(PostgresVersion.majorOf(args.engineVersion()));
  }

  private static boolean offered(DatabaseArgs args) {
    return classOf(args).map(type -> type.offeredIn(args.region)).orElse(true);
  }

  private static boolean isIdentifier(String identifier) {
    return identifier.matches("[a-z](-?[a-z0-9]){0,62}") && identifier.length() <= 63;
  }

  private static boolean isUsername(String name) {
    return name.matches("[A-Za-z]\\w{0,15}") && !name.matches("(?i)admin|postgres|rdsadmin|pg_.*");
  }

  private static boolean isLongEnough(Optional<TimeWindow> window) {
    return window.filter(found -> found.minutes() >= SHORTEST_WINDOW_MINUTES).isPresent();
  }

  private static boolean windowsOverlap(DatabaseArgs args) {
    var backup = TimeWindow.daily(args.backupWindow());
    var maintenance = TimeWindow.weekly(args.maintenanceWindow());
    return backup.isPresent()
        && maintenance.isPresent()
        && backup.get().overlaps(maintenance.get());
  }
}
