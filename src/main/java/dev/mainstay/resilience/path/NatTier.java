package dev.mainstay.resilience.path;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.fleet.Fleet;
import dev.mainstay.resilience.model.Effect;
import dev.mainstay.resilience.model.Failure;
import dev.mainstay.resilience.model.Outcome;
import dev.mainstay.resilience.model.Types;
import dev.mainstay.resilience.network.Topology;
import dev.mainstay.resilience.network.Topology.WayOut;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The internet access of private subnets. No request enters through it: servers that lose theirs
 * keep answering, but reach nothing outside the network.
 */
public final class NatTier {
  private final ResourceGraph graph;
  private final Topology topology;

  /** The subnets of all fleets, as far as known. */
  private final Set<ResourceNode> serverSubnets;

  private final boolean allServersKnown;

  public NatTier(ResourceGraph graph, Topology topology, List<Fleet> fleets) {
    this.graph = graph;
    this.topology = topology;
    this.serverSubnets =
        fleets.stream()
            .flatMap(fleet -> fleet.subnets().stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    this.allServersKnown = fleets.stream().allMatch(Fleet::zonesKnown);
  }

  /** The NAT gateways, and the interfaces and instances that default routes lead to. */
  public List<ResourceNode> all() {
    var all = new LinkedHashSet<>(graph.all(Types.NAT_GATEWAY));
    for (ResourceNode subnet : graph.all(Types.SUBNET)) {
      WayOut way = topology.wayOut(subnet);
      if (way.kind() == WayOut.Kind.NAT) {
        all.add(way.via());
      }
    }
    return List.copyOf(all);
  }

  public Failure failure(ResourceNode nat) {
    return new Failure(
        nat.is(Types.NAT_GATEWAY) ? Failure.Kind.NAT_GATEWAY : Failure.Kind.NAT_INSTANCE,
        nat.name());
  }

  public Effect fails(ResourceNode nat) {
    List<ResourceNode> users = usersOf(nat);
    if (users.isEmpty()) {
      return Effect.of(
              Outcome.SURVIVES, "No subnet has its internet access via `%s`.".formatted(nat.name()))
          .touching(nat);
    }
    return healing(nat, lost(nat, users)).touching(nat).touching(users);
  }

  private Effect lost(ResourceNode nat, List<ResourceNode> users) {
    Set<String> zones = new TreeSet<>();
    users.forEach(subnet -> topology.zoneOf(subnet).ifPresent(zones::add));
    Optional<String> home = topology.zoneOf(nat);
    var elsewhere = new TreeSet<>(zones);
    home.ifPresentOrElse(elsewhere::remove, elsewhere::pollFirst);
    if (!elsewhere.isEmpty()) {
      return Effect.of(
          Outcome.DEGRADED,
          "Subnets in %s lose their internet access via `%s`%s."
              .formatted(
                  String.join(", ", zones),
                  nat.name(),
                  home.map(zone -> " in " + zone).orElse("")));
    }
    if (users.stream().anyMatch(subnet -> topology.zoneOf(subnet).isEmpty())) {
      return Effect.of(
          Outcome.UNKNOWN,
          "The zones of some subnets with internet access via `%s` are not known."
              .formatted(nat.name()));
    }
    Effect effect =
        Effect.of(
            Outcome.SURVIVES,
            "Only subnets in %s lose their internet access; servers keep answering requests."
                .formatted(String.join(", ", zones)));
    if (serverSubnets.stream().anyMatch(subnet -> !users.contains(subnet))) {
      return effect;
    }
    if (!allServersKnown) {
      return effect.and(
          Effect.of(
              Outcome.UNKNOWN, "Whether other servers keep their internet access is not known."));
    }
    return serverSubnets.isEmpty()
        ? effect
        : effect.and(Effect.of(Outcome.DEGRADED, "No server keeps its internet access."));
  }

  /** Servers in other zones whose internet access is via a NAT in {@code zone}. */
  public Effect zone(String zone) {
    var cut = new TreeMap<String, Set<String>>();
    for (ResourceNode subnet : serverSubnets) {
      WayOut way = topology.wayOut(subnet);
      boolean gone = topology.zoneOf(subnet).filter(zone::equals).isPresent();
      if (way.kind() == WayOut.Kind.NAT
          && !gone
          && topology.zoneOf(way.via()).filter(zone::equals).isPresent()) {
        cut.computeIfAbsent(way.via().name(), it -> new TreeSet<>()).add(subnet.name());
      }
    }
    Effect effect = Effect.NOTHING;
    for (var entry : cut.entrySet()) {
      effect =
          effect.and(
              Effect.of(
                  Outcome.DEGRADED,
                  "Servers in %s lose their internet access via `%s` in %s."
                      .formatted(String.join(", ", entry.getValue()), entry.getKey(), zone)));
    }
    return effect;
  }

  private Effect healing(ResourceNode nat, Effect effect) {
    if (nat.is(Types.NAT_GATEWAY)) {
      return effect.because("AWS runs the gateway redundantly within its zone and repairs it.");
    }
    return graph.all(Types.LAUNCH_TEMPLATE).stream()
        .filter(template -> template.referencesAt("networkInterfaces").contains(nat.urn()))
        .flatMap(template -> graph.referring(Types.GROUP, "launchTemplate", template).stream())
        .findFirst()
        .map(
            group ->
                effect.because(
                    "Auto Scaling group `%s` starts another instance and attaches the interface."
                        .formatted(group.name())))
        .orElseGet(() -> effect.because("Nothing in the stack replaces it."));
  }

  private List<ResourceNode> usersOf(ResourceNode nat) {
    return graph.all(Types.SUBNET).stream()
        .filter(subnet -> nat.equals(topology.wayOut(subnet).via()))
        .toList();
  }
}
