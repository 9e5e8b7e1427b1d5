package dev.mainstay.resilience.fleet;

import dev.mainstay.resilience.model.Effect;
import dev.mainstay.resilience.model.Interruption;
import dev.mainstay.resilience.model.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the loss of some servers does to a fleet. */
public final class FleetFailures {
  private final Fleet fleet;
  private final Detection detection;
  private final Optional<Set<String>> enabled;

  /**
   * Judges a fleet.
   *
   * @param enabled the zones that the load balancers of the fleet are enabled in, if these are
   *     known: servers in others get no requests
   */
  public FleetFailures(Fleet fleet, Optional<Set<String>> enabled) {
    this.fleet = fleet;
    this.detection = Detection.by(fleet.targetGroups());
    this.enabled = enabled;
  }

  /** Whether there are servers that get requests at all. */
  public Effect normal() {
    if (fleet.servers().isEmpty()) {
      return Effect.unknown(counts().get(0)).touching(fleet.members());
    }
    boolean mayGrow = fleet.pools().stream().anyMatch(pool -> pool.node().number("maxSize", 1) > 0);
    if (fleet.servers().get() == 0) {
      return mayGrow
          ? Effect.unknown(counts().get(0) + " Requests may find none.").touching(fleet.members())
          : none();
    }
    long usable = usable();
    if (usable == fleet.servers().get()) {
      return Effect.NOTHING;
    }
    Effect effect = level(usable, unused()).touching(fleet.members());
    return effect.outcome() == Outcome.SURVIVES ? Effect.NOTHING : effect;
  }

  /** Without new servers: when a zone fails, many customers start theirs in the others. */
  public Effect zone(String zone) {
    if (fleet.zonesKnown() && !fleet.mostInZone().containsKey(zone)) {
      return Effect.NOTHING;
    }
    if (!fleet.zonesKnown() || fleet.servers().isEmpty()) {
      return Effect.unknown(
              "How many servers of `%s` are in %s is not known.".formatted(fleet.name(), zone))
          .touching(fleet.members());
    }
    if (enabled.filter(zones -> !zones.contains(zone)).isPresent()) {
      return Effect.NOTHING;
    }
    long lost = fleet.mostInZone().get(zone);
    var why = new ArrayList<>(unused());
    why.add("Up to %d in %s.".formatted(lost, zone));
    return left(usable(), lost, why).and(Spot.zone(fleet, zone)).touching(fleet.members());
  }

  /** One server of {@code pool} fails. */
  public Effect instance(Pool pool) {
    if (fleet.servers().isEmpty()) {
      return Effect.unknown(counts().get(0)).touching(pool.members());
    }
    if (fleet.servers().get() == 0) {
      return none();
    }
    return new Replacement(pool, detection)
        .of(left(usable(), 1, unused()))
        .and(Spot.instance(fleet))
        .touching(pool.members());
  }

  /** New servers replace the old ones of {@code pool}, since its template has changed. */
  public Effect rollingDeployment(Pool pool) {
    if (pool.servers().isEmpty()) {
      return Effect.unknown(pool.count() + ".").touching(pool.members());
    }
    long others = usable() - Math.min(usable(), pool.servers().get());
    return Deployment.of(pool)
        .map(
            deployment ->
                pool.servers().get() + others == 0
                    ? none()
                    : deployment.of(others, fleet.required(), fleet.requirement()))
        .orElseGet(
            () ->
                Effect.unknown(
                    "How `%s` replaces its servers is not known: it has no instance refresh."
                        .formatted(pool.name())))
        .touching(pool.members());
  }

  private List<String> counts() {
    return fleet.pools().stream().map(pool -> pool.count() + ".").toList();
  }

  private Map<String, Long> outside() {
    var outside = new TreeMap<>(fleet.mostInZone());
    enabled.ifPresentOrElse(outside.keySet()::removeAll, outside::clear);
    return outside;
  }

  private long usable() {
    long elsewhere = outside().values().stream().mapToLong(Long::longValue).sum();
    return Math.max(0, fleet.servers().orElse(0L) - elsewhere);
  }

  /** The counts, and which of the servers get no requests. */
  private List<String> unused() {
    var why = new ArrayList<>(counts());
    if (!outside().isEmpty()) {
      why.add(
          "Servers in %s get no requests: the load balancer is not enabled there."
              .formatted(outside().keySet().stream().collect(Collectors.joining(", "))));
    }
    return why;
  }

  /** What is left when {@code lost} of {@code servers} fail. */
  private Effect left(long servers, long lost, List<String> why) {
    long remaining = servers - lost;
    var sentences = new ArrayList<>(why);
    sentences.add(
        "%d - %d = %d remain; %s.".formatted(servers, lost, remaining, fleet.requirement()));
    Effect effect = level(remaining, sentences);
    boolean down = effect.outcome() == Outcome.DOWN;
    effect =
        effect.lasting(
            down ? new Interruption(detection.time().minSeconds(), null) : detection.time());
    for (String sentence : detection.how()) {
      effect = effect.because(sentence);
    }
    return detection.looks()
        ? effect
        : effect.and(Effect.of(Outcome.DEGRADED, "Requests to the failed servers keep failing."));
  }

  private Effect none() {
    return Effect.of(Outcome.DOWN, String.join(" ", counts()) + " Nothing answers requests.")
        .lasting(Interruption.UNKNOWN)
        .touching(fleet.members());
  }

  private Effect level(long servers, List<String> why) {
    return Level.of(servers, fleet.required(), why);
  }
}
