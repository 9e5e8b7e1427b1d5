package dev.mainstay.operations;

import dev.mainstay.config.Relaxation.Possible;
import java.util.List;

/** The settings of a stack's operations that give up something the default has. */
final class OperationsRelaxations {
  static final List<Possible<OperationsArgs>> ALL =
      List.of(
          new Possible<>(
              "alarmEmails", "alarms notify nobody", args -> args.alarmEmails().isEmpty()),
          new Possible<>(
              "logRetentionDays",
              "logs are kept for less than a year",
              args -> args.logRetentionDays() < OperationsArgs.YEAR_DAYS),
          new Possible<>(
              "dashboard", "no dashboard shows the state of all tiers", args -> !args.dashboard()),
          new Possible<>(
              "backupVault", "no backup outlives the database", args -> !args.backupVault()));

  private OperationsRelaxations() {}
}
