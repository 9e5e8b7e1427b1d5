package dev.mainstay.resilience.fleet;

import dev.mainstay.resilience.model.Effect;

/** Spot capacity, which AWS may reclaim as a whole: two minutes after its notice it is gone. */
final class Spot {
  private Spot() {}

  /** All Spot servers go at once. */
  static Effect instance(Fleet fleet) {
    return suffices(fleet, onDemand(fleet));
  }

  /** When a zone fails, the Spot capacity of the others is reclaimed too. */
  static Effect zone(Fleet fleet, String zone) {
    long lost =
        fleet.pools().stream()
            .filter(pool -> pool.mostInZone().containsKey(zone))
            .mapToLong(pool -> Pool.share(pool.onDemand(), pool.mostInZone().size()))
            .sum();
    return suffices(fleet, onDemand(fleet) - lost);
  }

  private static long onDemand(Fleet fleet) {
    return fleet.pools().stream().mapToLong(Pool::onDemand).sum();
  }

  private static Effect suffices(Fleet fleet, long remaining) {
    if (!fleet.usesSpot() || (remaining >= fleet.required() && remaining > 0)) {
      return Effect.NOTHING;
    }
    return Effect.unknown(
        "AWS can reclaim all Spot capacity of `%s` at once: %d on-demand remain; %s."
            .formatted(fleet.name(), remaining, fleet.requirement()));
  }
}
