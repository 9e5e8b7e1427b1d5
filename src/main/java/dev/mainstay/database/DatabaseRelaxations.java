package dev.mainstay.database;

import dev.mainstay.config.Relaxation;
import java.util.List;
import java.util.function.Predicate;

/** The settings of a database that give up something the default has. */
final class DatabaseRelaxations {
  private static final List<Entry> ALL =
      List.of(
          new Entry(
              "multiAz",
              "no standby: the database is down with its instance or zone",
              args -> !args.multiAz()),
          new Entry(
              "backupRetentionDays",
              "nothing older than a few days can be restored",
              args -> args.backupRetentionDays() < 7),
          new Entry(
              "deletionProtection", "one command deletes it", args -> !args.deletionProtection()),
          new Entry(
              "finalSnapshot", "deletion takes the data along", args -> !args.finalSnapshot()),
          new Entry(
              "credentials",
              "the master password is in the state and is not rotated",
              args -> args.credentials().equals("own")),
          new Entry(
              "monitoringIntervalSeconds",
              "no metrics of the operating system",
              args -> args.monitoringIntervalSeconds() == 0),
          new Entry(
              "databaseInsights",
              "no record of slow queries",
              args -> args.databaseInsights().equals("off")));

  private DatabaseRelaxations() {}

  static List<Relaxation> of(DatabaseArgs args) {
    return ALL.stream()
        .filter(entry -> entry.applies.test(args))
        .map(entry -> new Relaxation(entry.key, entry.effect))
        .toList();
  }

  private record Entry(String key, String effect, Predicate<DatabaseArgs> applies) {}
}
