package dev.mainstay.database;

import dev.mainstay.config.Doubt;
import dev.mainstay.config.Rule;
import dev.mainstay.config.TimeWindow;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The rules for the configuration of a database. */
final class DatabaseRules {
  private static final int SHORTEST_WINDOW_MINUTES = 30;
  private static final Set<Integer> MONITORING_SECONDS = Set.of(0, 1, 5, 10, 15, 30, 60);

  private static final List<Rule<DatabaseArgs>> NAMES =
      List.of(
          Rule.of(
              "identifier",
              DatabaseArgs::identifier,
              "1 to 63 lowercase letters, digits and single hyphens; starts with a letter, does not"
                  + " end with a hyphen",
              args -> args.identifier() == null || isIdentifier(args.identifier())),
          Rule.<DatabaseArgs>of(
                  "identifier",
                  DatabaseArgs::identifier,
                  "up to 52 characters with read replicas, whose identifiers end with -replica-1",
                  args ->
                      args.readReplicas() == 0
                          || args.identifier() == null
                          || args.identifier().length() <= 52)
              .advising(args -> "readReplicas is " + args.readReplicas()),
          Rule.of(
              "name",
              args -> args.name,
              "1 to 63 letters, digits and underscores; starts with a letter",
              args -> args.name == null || args.name.matches("[A-Za-z]\\w{0,62}")),
          Rule.of(
              "name",
              args -> args.name,
              "not set together with restoreFromSnapshot: the snapshot contains the databases",
              args -> args.name == null || args.restoreFromSnapshot == null),
          Rule.of(
              "username",
              DatabaseArgs::username,
              "1 to 16 letters, digits and underscores; starts with a letter; not admin, postgres,"
                  + " rdsadmin or pg_*",
              args -> isUsername(args.username())),
          Rule.range("port", DatabaseArgs::port, 1_150, 65_535, ""),
          Rule.of(
              "parameters",
              DatabaseArgs::parameters,
              "parameters that keep rds.force_ssl, log_statement and log_min_duration_statement on",
              args -> DatabaseParameters.keepControls(args.parameters())));

  private static final List<Rule<DatabaseArgs>> UPKEEP =
      List.of(
          Rule.range("backupRetentionDays", DatabaseArgs::backupRetentionDays, 1, 35, "days"),
          Rule.of(
              "backupWindow",
              DatabaseArgs::backupWindow,
              "hh:mm-hh:mm in UTC, at least 30 minutes",
              args -> isLongEnough(TimeWindow.daily(args.backupWindow()))),
          Rule.of(
              "maintenanceWindow",
              DatabaseArgs::maintenanceWindow,
              "ddd:hh:mm-ddd:hh:mm in UTC, at least 30 minutes",
              args -> isLongEnough(TimeWindow.weekly(args.maintenanceWindow()))),
          Rule.<DatabaseArgs>of(
                  "maintenanceWindow",
                  DatabaseArgs::maintenanceWindow,
                  "a time outside the backup window",
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
              .advising(
                  args ->
                      "an upgrade in the maintenance window would keep the old parameter group"));

  private static final List<Rule<DatabaseArgs>> CREDENTIALS =
      List.of(
          Rule.oneOf("credentials", DatabaseArgs::credentials, List.of("managed", "own")),
          Rule.of(
              "credentials",
              DatabaseArgs::credentials,
              "managed; own requires mainstay:databasePassword",
              args -> !args.credentials().equals("own") || args.password != null),
          Rule.range("readReplicas", DatabaseArgs::readReplicas, 0, 15, ""),
          Rule.<DatabaseArgs>of(
                  "readReplicas",
                  DatabaseArgs::readReplicas,
                  "0 with credentials: managed",
                  args -> args.readReplicas() == 0 || !args.credentials().equals("managed"))
              .advising(args -> "set credentials to own"),
          Rule.<DatabaseArgs>of(
                  "blueGreenUpdates",
                  DatabaseArgs::blueGreenUpdates,
                  "false with credentials: managed",
                  args -> !args.blueGreenUpdates() || !args.credentials().equals("managed"))
              .advising(args -> "set credentials to own"),
          Rule.<DatabaseArgs>of(
                  "blueGreenUpdates",
                  DatabaseArgs::blueGreenUpdates,
                  "false with read replicas",
                  args -> !args.blueGreenUpdates() || args.readReplicas() == 0)
              .advising(args -> "readReplicas is " + args.readReplicas()));

  static final List<Rule<DatabaseArgs>> ALL =
      Stream.of(EngineRules.ALL, StorageRules.ALL, NAMES, UPKEEP, CREDENTIALS)
          .flatMap(List::stream)
          .toList();

  static final List<Doubt<DatabaseArgs>> DOUBTS =
      Stream.of(EngineRules.DOUBTS, StorageRules.DOUBTS).flatMap(List::stream).toList();

  private DatabaseRules() {}

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
