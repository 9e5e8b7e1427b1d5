package dev.mainstay.database;

import dev.mainstay.config.Relaxation.Possible;
import java.util.List;

/** The settings of a database that give up something the default has. */
final class DatabaseRelaxations {
  static final List<Possible<DatabaseArgs>> ALL =
      List.of(
          new Possible<>(
              "multiAz",
              "no standby: the database is down with its instance or zone",
              args -> !args.multiAz()),
          new Possible<>(
              "backupRetentionDays",
              "nothing older than a few days can be restored",
              args -> args.backupRetentionDays() < 7),
          new Possible<>(
              "deletionProtection", "one command deletes it", args -> !args.deletionProtection()),
          new Possible<>(
              "finalSnapshot", "deletion takes the data along", args -> !args.finalSnapshot()),
          new Possible<>(
              "credentials",
              "the master password is in the state and is not rotated",
              args -> args.credentials().equals("own")),
          new Possible<>(
              "monitoringIntervalSeconds",
              "no metrics of the operating system",
              args -> args.monitoringIntervalSeconds() == 0),
          new Possible<>(
              "databaseInsights",
              "no record of slow queries",
              args -> args.databaseInsights().equals("off")));

  private DatabaseRelaxations() {}
}
