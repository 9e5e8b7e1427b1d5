package dev.mainstay.resilience.fleet;

import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.model.Effect;
import dev.mainstay.resilience.model.Interruption;
import dev.mainstay.resilience.model.Outcome;

/** What becomes of a fleet when some of its servers are gone. */
public final class FleetFailures {
  /** What AWS keeps in service during a refresh that says nothing else. */
  private static final long DEFAULT_MIN_HEALTHY_PERCENT = 90;

  private final Fleet fleet;
  private final Detection detection;

  public FleetFailures(Fleet fleet) {
    this.fleet = fleet;
    this.detection = Detection.by(fleet.targetGroups());
  }

  /** Without starting any: when a zone fails, everybody wants new servers in the others. */
  public Effect zone(String zone) {
    if (fleet.zonesKnown() && !fleet.mostInZone().containsKey(zone)) {
      return Effect.NOTHING;
    }
    if (!fleet.zonesKnown() || fleet.servers().isEmpty()) {
      return Effect.unknown(
              "How many servers of %s stand in %s is not known.".formatted(fleet.name(), zone))
          .touching(fleet.members());
    }
    long servers = fleet.servers().get();
    long lost = fleet.mostInZone().get(zone);
    return left(
            servers - lost,
            "%s; up to %d stand in %s: %d - %d = %d go on; %s."
                .formatted(fleet.count(), lost, zone, servers, lost, servers - lost, fleet.need()))
        .touching(fleet.members());
  }

  public Effect instance() {
    if (fleet.servers().isEmpty()) {
      return Effect.unknown(fleet.count() + ".").touching(fleet.members());
    }
    long servers = fleet.servers().get();
    if (servers == 0) {
      return nobody();
    }
    Effect effect =
        left(
            servers - 1,
            "%s: %d - 1 = %d go on; %s."
                .formatted(fleet.count(), servers, servers - 1, fleet.need()));
    return replacement(effect).touching(fleet.members());
  }

  /** A server that is not replaced is missing when the next one fails. */
  private Effect replacement(Effect effect) {
    ResourceNode group = fleet.node();
    if (!fleet.grouped()) {
      return lasting(effect.because("No Auto Scaling group replaces a server that fails."));
    }
    if (!group.text("healthCheckType", "EC2").equals("ELB")) {
      return lasting(
          effect.because(
              ("%s replaces a server when EC2 finds the machine broken, not when it stops answering"
                      + " (healthCheckType is not ELB).")
                  .formatted(fleet.name())));
    }
    long bootSeconds =
        group.number("defaultInstanceWarmup", group.number("healthCheckGracePeriod", 0));
    Effect replaced =
        effect.because(
            bootSeconds > 0
                ? "%s replaces it; a new server is given %d s to boot."
                    .formatted(fleet.name(), bootSeconds)
                : "%s replaces it.".formatted(fleet.name()));
    if (effect.outcome() != Outcome.DOWN) {
      return replaced;
    }
    Long noticed = detection.time().maxSeconds();
    return replaced.lasting(
        new Interruption(
            detection.time().minSeconds(),
            noticed == null || bootSeconds == 0 ? null : Long.valueOf(noticed + bootSeconds)));
  }

  private static Effect lasting(Effect effect) {
    return effect.and(Effect.of(Outcome.DEGRADED, "Somebody has to replace it."));
  }

  /** The old servers make way for new ones, when the launch template has changed. */
  public Effect rollingReplacement() {
    ResourceNode group = fleet.node();
    if (fleet.servers().isEmpty() || group.input("instanceRefresh").isEmpty()) {
      return Effect.unknown(
              "How the servers of %s give way to new ones is not known: it has no instance refresh."
                  .formatted(fleet.name()))
          .touching(fleet.members());
    }
    long servers = fleet.servers().get();
    if (servers == 0) {
      return nobody();
    }
    long minPercent = percent("minHealthyPercentage", DEFAULT_MIN_HEALTHY_PERCENT);
    long maxPercent = percent("maxHealthyPercentage", 100);
    long rounded = -Math.floorDiv(-minPercent * servers, 100L);
    // A group that may not grow has to let a server go before it starts another.
    long kept = maxPercent > 100 ? rounded : Math.min(rounded, servers - 1);
    return level(
            kept,
            "%s; %d %% of %d, rounded up, stay in service%s: %d go on; %s."
                .formatted(
                    fleet.count(),
                    minPercent,
                    servers,
                    kept < rounded ? ", but for the one that makes way" : "",
                    kept,
                    fleet.need()))
        .because(
            group.isTrue("instanceRefresh.preferences.autoRollback")
                ? "A refresh that fails or raises an alarm is turned back."
                : "Nothing turns back a version that does not work.")
        .touching(fleet.members());
  }

  private long percent(String property, long otherwise) {
    return fleet
        .node()
        .number(
            "instanceRefresh.preferences." + property,
            fleet.node().number("instanceMaintenancePolicy." + property, otherwise));
  }

  /** With {@code servers} left of those that failed unasked. */
  private Effect left(long servers, String why) {
    Effect effect = level(servers, why);
    boolean down = effect.outcome() == Outcome.DOWN;
    effect =
        effect.lasting(
            down ? new Interruption(detection.time().minSeconds(), null) : detection.time());
    for (String sentence : detection.how()) {
      effect = effect.because(sentence);
    }
    return detection.looks()
        ? effect
        : effect.and(Effect.of(Outcome.DEGRADED, "Requests to the failed servers go on failing."));
  }

  /** A group may shrink to nothing. */
  private Effect nobody() {
    return Effect.of(Outcome.DOWN, "%s: nobody answers, whatever fails.".formatted(fleet.count()))
        .lasting(Interruption.UNKNOWN)
        .touching(fleet.members());
  }

  private Effect level(long servers, String why) {
    if (servers >= fleet.required() && servers > 0) {
      return Effect.of(Outcome.SURVIVES, why);
    }
    return servers > 0
        ? Effect.of(Outcome.DEGRADED, why)
        : Effect.of(Outcome.DOWN, why).lasting(Interruption.UNKNOWN);
  }
}
