package dev.mainstay.resilience.store;

import dev.mainstay.facts.RecoveryTime;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.model.DataLoss;
import dev.mainstay.resilience.model.Effect;
import dev.mainstay.resilience.model.Interruption;
import dev.mainstay.resilience.model.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a database can be restored from. */
public final class Backups {
  private final ResourceNode database;
  private final String name;
  private final Optional<Long> retentionDays;
  private final List<ResourceNode> plans;
  private final boolean copiedElsewhere;

  Backups(ResourceNode database, ResourceGraph graph) {
    this.database = database;
    this.name = database.name();
    this.retentionDays =
        database.input("backupRetentionPeriod").isPresent()
            ? Optional.of(database.number("backupRetentionPeriod", 0))
            : Optional.empty();
    var found = new ArrayList<ResourceNode>();
    graph
        .referring("aws:backup/selection:Selection", "resources", database)
        .forEach(selection -> found.addAll(graph.referenced(selection, "planId")));
    this.plans = List.copyOf(found);
    this.copiedElsewhere =
        !graph
            .referring(
                "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication",
                "sourceDbInstanceArn",
                database)
            .isEmpty();
  }

  /** How the database comes back when its primary is gone for good. */
  public Effect restore() {
    if (retentionDays.orElse(0L) > 0) {
      RecoveryTime point = RecoveryTime.of("rdsLatestRestorableTime");
      return restored(
              "Backups of %s go back %d days; the newest is at most %d s old"
                  .formatted(name, retentionDays.get(), point.maxSeconds()))
          .losing(DataLoss.lastSeconds(point.maxSeconds()));
    }
    if (!plans.isEmpty()) {
      return restored(
              "%s has the backups of plan %s; how old the newest is depends on its schedule"
                  .formatted(name, plans.get(0).name()))
          .losing(DataLoss.UNKNOWN);
    }
    return retentionDays.isEmpty()
        ? Effect.unknown(
                "Whether %s has backups is not known (backupRetentionPeriod).".formatted(name))
            .losing(DataLoss.UNKNOWN)
        : Effect.of(Outcome.DOWN, "%s has no backups (backupRetentionPeriod is 0).".formatted(name))
            .lasting(Interruption.UNKNOWN)
            .losing(DataLoss.ALL);
  }

  private static Effect restored(String from) {
    RecoveryTime time = RecoveryTime.of("rdsRestore");
    return Effect.of(
            Outcome.SURVIVES,
            "%s; to restore it by hand takes at least the %d s of making an instance."
                .formatted(from, time.minSeconds()))
        .lasting(new Interruption(time.minSeconds(), time.maxSeconds()));
  }

  /** The storage is lost, or a bad deployment has deleted or spoilt what is in it. */
  public Effect contentLost() {
    Effect effect = restore();
    boolean kept = !database.isTrue("skipFinalSnapshot");
    boolean guarded = database.isTrue("deletionProtection") || database.protect();
    if (kept) {
      effect = effect.because("Whoever deletes %s leaves a final snapshot.".formatted(name));
    } else {
      effect =
          effect.and(
              Effect.of(
                  Outcome.DEGRADED,
                  "Whoever deletes %s leaves no final snapshot (skipFinalSnapshot)."
                      .formatted(name)));
    }
    effect =
        effect.because(
            guarded
                ? "%s is protected from deletion.".formatted(name)
                : "Nothing protects %s from deletion.".formatted(name));
    for (ResourceNode plan : plans) {
      effect = effect.because("Backup plan %s keeps copies of its own.".formatted(plan.name()));
    }
    return effect.touching(database);
  }

  public Effect regionLost() {
    if (copiedElsewhere) {
      return Effect.of(
              Outcome.DOWN,
              "The backups of %s are copied to another region, where it can be restored."
                  .formatted(name))
          .lasting(Interruption.UNKNOWN)
          .losing(DataLoss.UNKNOWN)
          .touching(database);
    }
    if (plans.stream().anyMatch(Backups::copies)) {
      return Effect.of(
              Outcome.DOWN,
              ("A backup plan of %s copies to a second vault; if that is in another region, it can be"
                      + " restored there, as of the last copy.")
                  .formatted(name))
          .lasting(Interruption.UNKNOWN)
          .losing(DataLoss.UNKNOWN)
          .touching(database);
    }
    return Effect.of(
            Outcome.DOWN,
            "All backups of %s are in the region: nothing can be restored elsewhere."
                .formatted(name))
        .lasting(Interruption.UNKNOWN)
        .losing(DataLoss.ALL)
        .touching(database);
  }

  private static boolean copies(ResourceNode plan) {
    return plan.input("rules").orElse(List.of()) instanceof List<?> rules
        && rules.stream()
            .anyMatch(
                rule ->
                    rule instanceof Map<?, ?> map
                        && map.get("copyActions") instanceof List<?> actions
                        && !actions.isEmpty());
  }
}
