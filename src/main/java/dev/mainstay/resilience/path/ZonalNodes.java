package dev.mainstay.resilience.path;

import dev.mainstay.facts.RecoveryTime;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.fleet.Fleet;
import dev.mainstay.resilience.model.Effect;
import dev.mainstay.resilience.model.Interruption;
import dev.mainstay.resilience.model.Outcome;

/**
 * Load balancer nodes that send requests to servers of their own zone only, since cross-zone load
 * balancing is off: the default of Network Load Balancers, and a setting of target groups. A node
 * without a healthy server leaves DNS.
 */
final class ZonalNodes {
  private ZonalNodes() {}

  /** Whether the nodes of {@code entry} keep to their zones for {@code targetGroup}. */
  static boolean in(EntryPoint entry, ResourceNode targetGroup) {
    String balancer =
        entry.isNetwork() ? entry.node().text("enableCrossZoneLoadBalancing", "false") : "true";
    String setting = targetGroup.text("loadBalancingCrossZoneEnabled", "");
    boolean own = setting.equals("true") || setting.equals("false");
    return (own ? setting : balancer).equals("false");
  }

  /** What the loss of one server does to the node of its zone. */
  static Effect oneServerLess(EntryPoint entry, Fleet fleet) {
    int zones = fleet.mostInZone().size();
    if (!fleet.zonesKnown() || zones < 2 || fleet.servers().isEmpty()) {
      return Effect.NOTHING;
    }
    long fewest = fleet.servers().get() / zones;
    long share = -Math.floorDiv(-fleet.required(), (long) zones);
    if (fewest <= 1) {
      RecoveryTime name = RecoveryTime.of("elbName");
      return Effect.of(
              Outcome.SURVIVES,
              "A node of `%s` without a server leaves DNS; clients may use its cached address for up to %d s."
                  .formatted(entry.node().name(), name.maxSeconds()))
          .lasting(new Interruption(name.minSeconds(), name.maxSeconds()));
    }
    return fewest - 1 < share
        ? Effect.of(
            Outcome.DEGRADED,
            "Each node of `%s` uses its own zone only: %d of %d servers there remain; %d required."
                .formatted(entry.node().name(), fewest - 1, fewest, share))
        : Effect.NOTHING;
  }
}
