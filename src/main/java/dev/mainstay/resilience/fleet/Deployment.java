package dev.mainstay.resilience.fleet;

import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.model.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How new servers replace the old ones of a pool.
 *
 * @param minPercent what stays in service
 * @param maxPercent what may run at the same time
 * @param rollsBack whether a version that fails is replaced by the old one
 */
record Deployment(Pool pool, long minPercent, long maxPercent, boolean rollsBack) {
  /** What AWS keeps in service during a refresh that says nothing else. */
  private static final long REFRESH_MIN_PERCENT = 90;

  /** Empty if nothing in the graph tells how. */
  static Optional<Deployment> of(Pool pool) {
    ResourceNode node = pool.node();
    return switch (pool.kind()) {
      case SINGLE -> Optional.empty();
      case SERVICE ->
          Optional.of(
              new Deployment(
                  pool,
                  node.number("deploymentMinimumHealthyPercent", 100),
                  node.number("deploymentMaximumPercent", 200),
                  node.isTrue("deploymentCircuitBreaker.rollback")));
      case GROUP ->
          node.input("instanceRefresh").isEmpty()
              ? Optional.empty()
              : Optional.of(
                  new Deployment(
                      pool,
                      percent(node, "minHealthyPercentage", REFRESH_MIN_PERCENT),
                      percent(node, "maxHealthyPercentage", 100),
                      node.isTrue("instanceRefresh.preferences.autoRollback")));
    };
  }

  private static long percent(ResourceNode group, String property, long otherwise) {
    return group.number(
        "instanceRefresh.preferences." + property,
        group.number("instanceMaintenancePolicy." + property, otherwise));
  }

  Effect of(long others, long required, String requirement) {
    Optional<String> suspended = Replacement.suspended(pool.node());
    if (suspended.isPresent()) {
      return Effect.unknown(
          "A refresh of `%s` does not finish while process %s is suspended."
              .formatted(pool.name(), suspended.get()));
    }
    long servers = pool.servers().orElse(0L);
    long rounded = -Math.floorDiv(-minPercent * servers, 100L);
    // A group that may not grow stops a server before it starts another.
    long kept = maxPercent > 100 ? rounded : Math.min(rounded, Math.max(0, servers - 1));
    var why = new ArrayList<>(List.of(pool.count() + "."));
    why.add(
        "%d %% of %d, rounded up, stay in service%s: %d remain; %s."
            .formatted(
                minPercent,
                servers,
                kept < rounded ? ", except the one being replaced" : "",
                kept + others,
                requirement));
    why.add(
        rollsBack
            ? "A refresh that fails or raises an alarm is rolled back."
            : "No automatic rollback.");
    return Level.of(kept + others, required, why);
  }
}
