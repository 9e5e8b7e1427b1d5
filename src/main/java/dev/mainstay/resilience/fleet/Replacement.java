package dev.mainstay.resilience.fleet;

import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.model.Effect;
import dev.mainstay.resilience.model.Interruption;
import dev.mainstay.resilience.model.Outcome;
import dev.mainstay.resilience.network.Topology;
import java.util.List;
import java.util.Optional;

/** How a failed server is replaced; one that is not is missing when the next one fails. */
final class Replacement {
  /** Without these, a group does not replace a server or does not register the new one. */
  private static final List<String> PROCESSES =
      List.of("Launch", "Terminate", "HealthCheck", "ReplaceUnhealthy", "AddToLoadBalancer");

  private final Pool pool;
  private final Detection detection;

  Replacement(Pool pool, Detection detection) {
    this.pool = pool;
    this.detection = detection;
  }

  Effect of(Effect effect) {
    return switch (pool.kind()) {
      case SINGLE -> byHand(effect.because("No Auto Scaling group replaces a server that fails."));
      case SERVICE -> effect.because("ECS starts another task of `%s`.".formatted(pool.name()));
      case GROUP -> byGroup(effect);
    };
  }

  private Effect byGroup(Effect effect) {
    ResourceNode group = pool.node();
    Optional<String> suspended = suspended(group);
    if (suspended.isPresent()) {
      return byHand(
          effect.because(
              "`%s` does not replace it: process %s is suspended."
                  .formatted(pool.name(), suspended.get())));
    }
    if (!group.text("healthCheckType", "EC2").equals("ELB")) {
      return byHand(
          effect
              .because("`%s` replaces a server when EC2 status checks fail.".formatted(pool.name()))
              .because("It keeps one that does not answer (healthCheckType is not ELB)."));
    }
    long bootSeconds =
        group.number("defaultInstanceWarmup", group.number("healthCheckGracePeriod", 0));
    Effect replaced =
        effect.because(
            bootSeconds > 0
                ? "`%s` replaces it; a new server has %d s to boot."
                    .formatted(pool.name(), bootSeconds)
                : "`%s` replaces it.".formatted(pool.name()));
    return effect.outcome() == Outcome.DOWN ? replaced.lasting(absence(bootSeconds)) : replaced;
  }

  /** From the failure until a new server has booted. */
  private Interruption absence(long bootSeconds) {
    Long noticed = detection.time().maxSeconds();
    return new Interruption(
        detection.time().minSeconds(),
        noticed == null || bootSeconds == 0 ? null : Long.valueOf(noticed + bootSeconds));
  }

  static Optional<String> suspended(ResourceNode group) {
    return Topology.texts(group, "suspendedProcesses").stream()
        .filter(PROCESSES::contains)
        .findFirst();
  }

  private static Effect byHand(Effect effect) {
    return effect.and(Effect.of(Outcome.DEGRADED, "An operator has to replace it."));
  }
}
