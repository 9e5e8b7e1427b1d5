package dev.mainstay.database;

import dev.mainstay.config.Relaxation.Possible;
import java.util.List;

/** The settings of a database that are less secure or less available than the default. */
final class DatabaseRelaxations {
  static final List<Possible<DatabaseArgs>> ALL =
      List.of(
          new Possible<>(
              "multiAz", "no standby: down if its instance or zone fails", args -> !args.multiAz()),
          new Possible<>(
              "backupRetentionDays",
              "point-in-time recovery covers less than 7 days",
              args -> args.backupRetentionDays() < 7),
          new Possible<>(
              "deletionProtection",
              "one command deletes the database",
              args -> !args.deletionProtection()),
          new Possible<>(
              "finalSnapshot",
              "no final snapshot: a deletion loses the data",
              args -> !args.finalSnapshot()),
          new Possible<>(
              "credentials",
              "the master password is in the Pulumi state and is not rotated",
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
