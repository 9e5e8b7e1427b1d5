package dev.mainstay.operations;

import dev.mainstay.config.Relaxation.Possible;
import java.util.List;

/** The settings of operations that are less secure or less available than the default. */
final class OperationsRelaxations {
  static final List<Possible<OperationsArgs>> ALL =
      List.of(
          new Possible<>(
              "alarmEmails", "alarms notify nobody", args -> args.alarmEmails().isEmpty()),
          new Possible<>(
              "logRetentionDays",
              "log retention is less than a year",
              args -> args.logRetentionDays() < OperationsArgs.YEAR_DAYS),
          new Possible<>("dashboard", "no dashboard", args -> !args.dashboard()),
          new Possible<>(
              "backupVault", "no backup outlives the database", args -> !args.backupVault()));

  private OperationsRelaxations() {}
}
