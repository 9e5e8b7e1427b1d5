package dev.mainstay.resilience.store;

import dev.mainstay.facts.RecoveryTime;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.model.DataLoss;
import dev.mainstay.resilience.model.Effect;
import dev.mainstay.resilience.model.Interruption;
import dev.mainstay.resilience.model.Outcome;
import java.util.Optional;

/** What a store can be restored from: automated backups of its own, and plans of AWS Backup. */
final class Backups {
  private static final String BY_HAND =
      "A restore is started by hand; its duration depends on data size and log replay.";

  private final ResourceNode store;
  private final String name;
  private final Optional<Long> retentionDays;
  private final BackupPlans plans;
  private final boolean replicated;

  private Backups(ResourceNode store, ResourceGraph graph, Optional<Long> retentionDays) {
    this.store = store;
    this.name = store.name();
    this.retentionDays = retentionDays;
    this.plans = BackupPlans.of(store, graph);
    this.replicated =
        !graph
            .referring(
                "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication",
                "sourceDbInstanceArn",
                store)
            .isEmpty();
  }

  /** Of a database with automated backups, if it retains them for {@code otherwiseDays} or more. */
  static Backups automated(ResourceNode store, ResourceGraph graph, Optional<Long> otherwiseDays) {
    Optional<Long> days =
        store.input("backupRetentionPeriod").isPresent()
            ? Optional.of(store.number("backupRetentionPeriod", 0))
            : otherwiseDays;
    return new Backups(store, graph, days);
  }

  /** Of a store that has no backups but those of AWS Backup. */
  static Backups byPlan(ResourceNode store, ResourceGraph graph) {
    return new Backups(store, graph, Optional.of(0L));
  }

  /** How the data comes back when the store is gone for good. */
  Effect restore() {
    if (retentionDays.orElse(0L) > 0) {
      RecoveryTime point = RecoveryTime.of("rdsLatestRestorableTime");
      return restored(
              "Backups of `%s` go back %s; the newest is at most %d s old."
                  .formatted(name, days(retentionDays.get()), point.maxSeconds()))
          .losing(DataLoss.lastSeconds(point.maxSeconds()));
    }
    if (!plans.selecting().isEmpty()) {
      return restored(
              "Backup plan `%s` backs up `%s`; the age of the newest backup depends on its schedule."
                  .formatted(plans.selecting().get(0).name(), name))
          .losing(DataLoss.UNKNOWN);
    }
    if (!plans.doubtful().isEmpty()) {
      return unknown(
          "Whether backup plan `%s` selects `%s` is not known."
              .formatted(plans.doubtful().get(0).name(), name));
    }
    if (retentionDays.isEmpty()) {
      return unknown(
          "Whether `%s` has backups is not known (backupRetentionPeriod).".formatted(name));
    }
    return Effect.of(Outcome.DOWN, noBackups()).lasting(Interruption.UNKNOWN).losing(DataLoss.ALL);
  }

  private static String days(long days) {
    return days == 1 ? "1 day" : days + " days";
  }

  private static Effect restored(String from) {
    return Effect.of(Outcome.DEGRADED, from).because(BY_HAND).lasting(Interruption.UNKNOWN);
  }

  private static Effect unknown(String why) {
    return Effect.unknown(why).losing(DataLoss.UNKNOWN);
  }

  private String noBackups() {
    if (!plans.withoutRules().isEmpty()) {
      return "`%s` has no backups: plan `%s` has no rules."
          .formatted(name, plans.withoutRules().get(0).name());
    }
    return store.input("backupRetentionPeriod").isPresent()
        ? "`%s` has no backups (backupRetentionPeriod is 0).".formatted(name)
        : "No backup plan of this stack selects `%s`.".formatted(name);
  }

  /** The storage is lost, or somebody has deleted or corrupted what is in it. */
  Effect contentLost() {
    Effect effect = restore().and(deleted());
    for (ResourceNode plan : plans.selecting()) {
      effect =
          effect.because(
              "Backup plan `%s` keeps recovery points in a vault.".formatted(plan.name()));
    }
    return plans
        .vaultLock()
        .map(
            lock ->
                "Vault lock `%s` keeps recovery points from being deleted.".formatted(lock.name()))
        .map(effect::because)
        .orElse(effect)
        .touching(store);
  }

  /** What is left of the data when somebody deletes the store itself. */
  private Effect deleted() {
    boolean guarded = store.isTrue("deletionProtection") || store.protect();
    Effect effect = Effect.NOTHING;
    if (!store.isTrue("skipFinalSnapshot")) {
      effect = effect.because("Deleting `%s` takes a final snapshot.".formatted(name));
    } else if (store.text("deleteAutomatedBackups", "true").equals("false")) {
      effect =
          effect.because(
              "Deleting `%s` takes no final snapshot; its automated backups remain until they expire."
                  .formatted(name));
    } else if (!plans.selecting().isEmpty()) {
      effect =
          effect.because(
              "Deleting `%s` takes no final snapshot and deletes its automated backups."
                  .formatted(name));
    } else {
      effect = withoutTrace(guarded);
    }
    return effect.because(guard());
  }

  private Effect withoutTrace(boolean guarded) {
    String why =
        "Deleting `%s` takes no final snapshot and deletes its automated backups: nothing is left."
            .formatted(name);
    return guarded
        ? Effect.of(Outcome.DEGRADED, why)
        : Effect.of(Outcome.DOWN, why).lasting(Interruption.UNKNOWN).losing(DataLoss.ALL);
  }

  private String guard() {
    if (store.isTrue("deletionProtection")) {
      return "`%s` has deletion protection.".formatted(name);
    }
    return store.protect()
        ? "Pulumi does not delete `%s` (protect), but AWS would.".formatted(name)
        : "`%s` has no deletion protection.".formatted(name);
  }

  Effect regionLost() {
    if (replicated) {
      return lost(
          "The automated backups of `%s` are replicated to another region.".formatted(name),
          DataLoss.UNKNOWN);
    }
    if (plans.copies()) {
      return lost(copied(), DataLoss.UNKNOWN);
    }
    if (!plans.doubtful().isEmpty()) {
      return lost(
          "Whether a backup plan copies `%s` to another region is not known.".formatted(name),
          DataLoss.UNKNOWN);
    }
    return lost(
        retentionDays.orElse(1L) > 0 || !plans.selecting().isEmpty()
            ? "All backups of `%s` are in the region.".formatted(name)
            : "All data of `%s` is in the region.".formatted(name),
        DataLoss.ALL);
  }

  private String copied() {
    return plans
        .regionOfCopies()
        .map(region -> "A backup plan copies `%s` to region %s.".formatted(name, region))
        .orElse(
            "A backup plan copies `%s` to a second vault, whose region is not known."
                .formatted(name));
  }

  private Effect lost(String why, DataLoss loss) {
    return Effect.of(Outcome.DOWN, why).lasting(Interruption.UNKNOWN).losing(loss).touching(store);
  }
}
