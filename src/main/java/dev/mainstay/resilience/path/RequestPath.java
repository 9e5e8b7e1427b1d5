package dev.mainstay.resilience.path;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.fleet.Fleet;
import dev.mainstay.resilience.fleet.FleetFailures;
import dev.mainstay.resilience.fleet.Pool;
import dev.mainstay.resilience.model.Effect;
import dev.mainstay.resilience.model.Interruption;
import dev.mainstay.resilience.model.Outcome;
import dev.mainstay.resilience.network.Connections;
import dev.mainstay.resilience.network.Topology;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The path of a request, from clients through a load balancer and a server to the data. */
public final class RequestPath {
  /** Of a stack in which nothing is seen to answer requests. */
  public static final Effect NOBODY =
      Effect.unknown(
          "No load balancer with servers was found: what answers requests is not known.");

  private final List<EntryPoint> entries;
  private final List<Fleet> fleets;
  private final Forwarding forwarding;
  private final ClientEntry clients;
  private final WebAcls webAcls;
  private final Certificates certificates;
  private final ServerAccess servers;

  public RequestPath(
      ResourceGraph graph, Topology topology, List<EntryPoint> all, List<Fleet> behind) {
    var connections = new Connections(graph, topology);
    this.forwarding = new Forwarding(graph);
    List<EntryPoint> forwards = all.stream().filter(this::forwards).toList();
    this.entries = forwards.isEmpty() ? all : forwards;
    this.clients = new ClientEntry(topology, connections);
    this.webAcls = new WebAcls(graph);
    this.certificates = new Certificates(graph);
    this.servers = new ServerAccess(graph, connections, clients);
    List<Fleet> serving = behind.stream().filter(this::serves).toList();
    this.fleets = serving.isEmpty() ? behind : serving;
  }

  /**
   * The fleets that requests are forwarded to. One that gets none, such as the idle half of a
   * blue/green pair, does not matter to them.
   */
  public List<Fleet> fleets() {
    return fleets;
  }

  /** The load balancers that forward requests; others only redirect, or do not listen. */
  public List<EntryPoint> entries() {
    return entries;
  }

  private boolean forwards(EntryPoint entry) {
    return forwarding.listeners(entry.node()).stream()
        .flatMap(listener -> forwarding.answers(listener).stream())
        .anyMatch(Forwarding.Answer::forwards);
  }

  private boolean serves(Fleet fleet) {
    return fleet.targetGroups().isEmpty()
        || fleet.targetGroups().stream().anyMatch(this::isForwardedTo)
        || !forwarding.foreignListeners().isEmpty();
  }

  private boolean isForwardedTo(ResourceNode targetGroup) {
    return entries.stream().anyMatch(entry -> forwarding.reaches(entry.node(), targetGroup));
  }

  /** The zones in which servers of a fleet get requests, if these are known. */
  public Optional<Set<String>> enabledZones(Fleet fleet) {
    List<EntryPoint> before =
        entries.stream()
            .filter(
                entry ->
                    fleet.targetGroups().stream()
                        .anyMatch(group -> forwarding.reaches(entry.node(), group)))
            .toList();
    if (before.isEmpty() || before.stream().anyMatch(entry -> entry.enabledZones().isEmpty())) {
      return Optional.empty();
    }
    var zones = new TreeSet<>(before.get(0).enabledZones().orElseThrow());
    before.forEach(entry -> zones.retainAll(entry.enabledZones().orElseThrow()));
    return Optional.of(zones);
  }

  /** What the loss of one server of a fleet does to the load balancers in front of it. */
  public Effect oneServerLess(Fleet fleet) {
    Effect effect = Effect.NOTHING;
    for (EntryPoint entry : entries) {
      boolean zonal =
          fleet.targetGroups().stream()
              .anyMatch(
                  group -> forwarding.reaches(entry.node(), group) && ZonalNodes.in(entry, group));
      if (zonal) {
        effect = effect.and(ZonalNodes.oneServerLess(entry, fleet));
      }
    }
    return effect;
  }

  /** Whether requests reach the servers while nothing fails. */
  public Effect open() {
    if (entries.isEmpty() || fleets.isEmpty()) {
      return NOBODY;
    }
    Effect effect = Effect.NOTHING;
    for (EntryPoint entry : entries) {
      effect = effect.and(clients.routed(entry)).and(webAcls.inFrontOf(entry.node()));
      effect = effect.and(answered(entry));
    }
    for (Fleet fleet : fleets) {
      effect = effect.and(served(fleet));
      effect = effect.and(new FleetFailures(fleet, enabledZones(fleet)).normal());
    }
    return effect;
  }

  /** Whether what a load balancer forwards to has servers. */
  private Effect answered(EntryPoint entry) {
    Effect effect = Effect.NOTHING;
    for (ResourceNode holder : forwarding.authenticated(entry.node())) {
      effect =
          effect.and(
              Effect.unknown(
                  "`%s` asks an identity provider, which is not judged.".formatted(holder.name())));
    }
    for (ResourceNode listener : forwarding.listeners(entry.node())) {
      for (Forwarding.Answer answer : forwarding.answers(listener)) {
        if (answer.foreign()) {
          effect =
              effect.and(
                  Effect.unknown(
                      "A target group of `%s` is not in the stack."
                          .formatted(answer.holder().name())));
        }
        for (ResourceNode targetGroup : answer.targetGroups()) {
          if (fleets.stream().noneMatch(it -> it.targetGroups().contains(targetGroup))) {
            effect =
                effect.and(
                    Effect.unknown(
                            "No targets of target group `%s` are known."
                                .formatted(targetGroup.name()))
                        .touching(targetGroup));
          }
        }
      }
    }
    return effect;
  }

  private Effect served(Fleet fleet) {
    if (fleet.targetGroups().isEmpty()) {
      return Effect.unknown("The target group of `%s` is not known.".formatted(fleet.name()));
    }
    Effect effect = Effect.NOTHING;
    boolean forwardedTo = false;
    for (ResourceNode targetGroup : fleet.targetGroups()) {
      for (EntryPoint entry : entries) {
        for (ResourceNode listener : forwarding.listeners(entry.node())) {
          if (forwarding.reachedThrough(listener, targetGroup)) {
            forwardedTo = true;
            effect =
                effect
                    .and(certificates.of(listener))
                    .and(forwarded(entry, listener, targetGroup, fleet));
          }
        }
      }
      for (ResourceNode listener : forwarding.foreignListeners()) {
        if (forwarding.reachedThrough(listener, targetGroup)) {
          forwardedTo = true;
          effect =
              effect.and(
                  Effect.unknown(
                      "The load balancer of listener `%s` is not known."
                          .formatted(listener.name())));
        }
      }
    }
    return forwardedTo
        ? effect
        : cut(
            "No listener forwards to target group `%s`."
                .formatted(fleet.targetGroups().get(0).name()));
  }

  private Effect forwarded(
      EntryPoint entry, ResourceNode listener, ResourceNode targetGroup, Fleet fleet) {
    Effect effect = servers.entered(entry, listener);
    for (Pool pool : fleet.pools()) {
      if (pool.servers().filter(number -> number == 0).isEmpty()) {
        effect = effect.and(servers.reached(entry, listener, targetGroup, pool));
      }
    }
    return effect;
  }

  private static Effect cut(String why) {
    return Effect.of(Outcome.DOWN, why).lasting(Interruption.UNKNOWN);
  }
}
