package dev.mainstay.resilience.path;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.fleet.Fleet;
import dev.mainstay.resilience.fleet.Pool;
import dev.mainstay.resilience.model.Effect;
import dev.mainstay.resilience.model.Interruption;
import dev.mainstay.resilience.model.Outcome;
import dev.mainstay.resilience.model.Types;
import dev.mainstay.resilience.network.Connections;
import dev.mainstay.resilience.network.Passage;
import dev.mainstay.resilience.network.Topology;
import dev.mainstay.resilience.network.Topology.WayOut;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether servers reach the internet, which those that run a boot script or pull an image usually
 * require before they serve.
 */
public final class InternetAccess {
  private static final long HTTPS = 443;
  private static final String ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";

  private final ResourceGraph graph;
  private final Topology topology;
  private final Connections connections;

  public InternetAccess(ResourceGraph graph, Topology topology) {
    this.graph = graph;
    this.topology = topology;
    this.connections = new Connections(graph, topology);
  }

  public Effect of(List<Fleet> fleets) {
    return fleets.stream()
        .flatMap(fleet -> fleet.pools().stream())
        .map(this::of)
        .reduce(Effect.NOTHING, Effect::and);
  }

  /** What keeps new servers of a pool from booting. */
  public Effect of(Pool pool) {
    if (!requiresAccess(pool)) {
      return Effect.NOTHING;
    }
    Effect effect = Effect.NOTHING;
    for (ResourceNode subnet : pool.endpoint().subnets()) {
      effect = effect.and(from(subnet, pool));
    }
    List<ResourceNode> groups = pool.endpoint().groups();
    return groups.isEmpty() || effect.outcome() != Outcome.SURVIVES
        ? effect
        : effect.and(guarded(pool, groups));
  }

  private Effect guarded(Pool pool, List<ResourceNode> groups) {
    Passage passage = connections.internet(groups, pool.endpoint().subnets(), HTTPS);
    return passage == Passage.CUT && !hasEndpoints(pool)
        ? Effect.unknown(
            "No rule lets servers of `%s` reach the internet on port 443: whether they boot is not known."
                .formatted(pool.name()))
        : Effect.NOTHING;
  }

  private Effect from(ResourceNode subnet, Pool pool) {
    WayOut way = topology.wayOut(subnet);
    return switch (way.kind()) {
      case NAT ->
          flaw(way.via())
              .map(
                  flaw ->
                      Effect.of(
                              Outcome.DEGRADED,
                              "Servers in `%s` have no internet access: %s."
                                  .formatted(subnet.name(), flaw))
                          .lasting(Interruption.UNKNOWN)
                          .touching(way.via()))
              .orElse(Effect.NOTHING);
      case NONE ->
          hasEndpoints(pool)
              ? Effect.NOTHING
              : Effect.unknown(
                  "Servers in `%s` have no internet access: whether they boot is not known."
                      .formatted(subnet.name()));
      case INTERNET_GATEWAY ->
          hasPublicAddress(subnet, pool)
              ? Effect.NOTHING
              : Effect.unknown(
                  "Servers in `%s` have no public address: whether they boot without is not known."
                      .formatted(subnet.name()));
      case UNKNOWN ->
          Effect.unknown(
              "Whether servers in `%s` have internet access is not known."
                  .formatted(subnet.name()));
    };
  }

  /** Why nothing reaches the internet through a NAT. */
  Optional<String> flaw(ResourceNode nat) {
    boolean gateway = nat.is(Types.NAT_GATEWAY);
    if (gateway && nat.text("connectivityType", "public").equals("private")) {
      return Optional.of("NAT gateway `%s` is private".formatted(nat.name()));
    }
    if (!gateway && nat.text("sourceDestCheck", "true").equals("true")) {
      return Optional.of(
          "`%s` drops packets of others (sourceDestCheck is on)".formatted(nat.name()));
    }
    List<ResourceNode> subnets = graph.referenced(nat, "subnetId");
    boolean cut =
        subnets.stream()
            .map(topology::wayOut)
            .anyMatch(way -> way.kind() == WayOut.Kind.NONE || way.kind() == WayOut.Kind.NAT);
    return cut
        ? Optional.of(
            "`%s` is in subnet `%s`, which has no route to an internet gateway"
                .formatted(nat.name(), subnets.get(0).name()))
        : Optional.empty();
  }

  private boolean requiresAccess(Pool pool) {
    return pool.kind() == Pool.Kind.SERVICE
        || sources(pool)
            .anyMatch(
                node ->
                    Stream.of("userData", "userDataBase64")
                        .anyMatch(path -> !node.text(path, "").isEmpty()));
  }

  private Stream<ResourceNode> sources(Pool pool) {
    return pool.members().stream()
        .flatMap(
            member ->
                Stream.concat(
                    Stream.of(member),
                    Stream.of("launchTemplate", "launchConfiguration", "mixedInstancesPolicy")
                        .flatMap(path -> graph.referenced(member, path).stream())));
  }

  private boolean hasEndpoints(Pool pool) {
    return graph.all(ENDPOINT).stream()
        .anyMatch(
            endpoint ->
                pool.endpoint().subnets().stream()
                    .anyMatch(
                        subnet ->
                            endpoint
                                .referencesAt("vpcId")
                                .containsAll(subnet.referencesAt("vpcId"))));
  }

  private boolean hasPublicAddress(ResourceNode subnet, Pool pool) {
    return subnet.isTrue("mapPublicIpOnLaunch")
        || (pool.kind() == Pool.Kind.SERVICE
            && pool.node().isTrue("networkConfiguration.assignPublicIp"))
        || sources(pool)
            .anyMatch(
                node ->
                    node.isTrue("associatePublicIpAddress")
                        || Topology.elements(node, "networkInterfaces").stream()
                            .anyMatch(path -> node.isTrue(path + "associatePublicIpAddress")));
  }
}
