package dev.mainstay.resilience;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.fleet.Fleet;
import dev.mainstay.resilience.fleet.FleetFailures;
import dev.mainstay.resilience.fleet.Fleets;
import dev.mainstay.resilience.fleet.Pool;
import dev.mainstay.resilience.model.Disruption;
import dev.mainstay.resilience.model.Effect;
import dev.mainstay.resilience.model.Estimate;
import dev.mainstay.resilience.model.Failure;
import dev.mainstay.resilience.model.Interruption;
import dev.mainstay.resilience.model.Outcome;
import dev.mainstay.resilience.model.Types;
import dev.mainstay.resilience.model.Verdict;
import dev.mainstay.resilience.network.Topology;
import dev.mainstay.resilience.path.DataAccess;
import dev.mainstay.resilience.path.EntryPoint;
import dev.mainstay.resilience.path.InternetAccess;
import dev.mainstay.resilience.path.NatTier;
import dev.mainstay.resilience.path.RequestPath;
import dev.mainstay.resilience.path.ServiceEndpoints;
import dev.mainstay.resilience.store.Store;
import dev.mainstay.resilience.store.Stores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a stack survives.
 *
 * @param verdicts one for each failure
 * @param estimates the worst of them for each kind of disruption
 * @param availability what AWS's service level agreements add up to
 * @param notJudged resources that may be part of the service and that no verdict considers, by urn
 */
public record Resilience(
    List<Verdict> verdicts,
    List<Estimate> estimates,
    Availability availability,
    List<String> notJudged) {

  /** Judges any stack on AWS. What its graph does not tell is unknown, never assumed. */
  public static Resilience of(ResourceGraph graph) {
    return of(graph, graph);
  }

  /**
   * Judges a stack that is not told in full.
   *
   * @param marked the same graph with marks for what is not told
   */
  public static Resilience of(ResourceGraph graph, ResourceGraph marked) {
    return new Judge(graph, Untold.in(marked)).judge().asNormal();
  }

  /** Each failure by itself, whatever is said of normal operation. */
  static Resilience byThemselves(ResourceGraph graph) {
    return new Judge(graph, Untold.in(graph)).judge();
  }

  /** A service that is down, or not known to work, does not survive anything. */
  private Resilience asNormal() {
    Outcome normal = verdicts.get(0).outcome();
    if (normal.compareTo(Outcome.UNKNOWN) < 0) {
      return this;
    }
    List<Verdict> overlaid =
        verdicts.stream()
            .map(verdict -> verdict.outcome().compareTo(normal) < 0 ? as(normal, verdict) : verdict)
            .toList();
    return new Resilience(overlaid, Judge.estimates(overlaid), availability, notJudged);
  }

  private static Verdict as(Outcome normal, Verdict verdict) {
    String why =
        normal == Outcome.DOWN
            ? "The service is down in normal operation."
            : "Whether the service works in normal operation is not known.";
    return new Verdict(
        verdict.failure(),
        normal,
        Interruption.UNKNOWN,
        verdict.dataLoss(),
        Stream.concat(Stream.of(why), verdict.why().stream()).toList(),
        verdict.affected());
  }

  private static final class Judge {
    private final Topology topology;
    private final List<EntryPoint> entries;
    private final RequestPath path;
    private final List<Fleet> fleets;
    private final InternetAccess internet;
    private final List<Store> stores;
    private final NatTier nats;
    private final List<ResourceNode> unjudged;
    private final ResourceGraph graph;
    private final Untold untold;
    private final DataReach reach;
    private final List<Verdict> verdicts = new ArrayList<>();

    Judge(ResourceGraph graph, Untold untold) {
      this.graph = graph;
      this.untold = untold;
      topology = new Topology(graph);
      path =
          new RequestPath(
              graph,
              topology,
              Types.loadBalancers(graph).stream()
                  .map(node -> EntryPoint.of(node, graph, topology))
                  .toList(),
              Fleets.in(graph, topology));
      entries = path.entries();
      fleets = path.fleets();
      internet = new InternetAccess(graph, topology);
      var data = new DataAccess(graph, topology, fleets);
      stores = data.used(Stores.in(graph, topology, fleets));
      reach = new DataReach(data.of(stores));
      nats = new NatTier(graph, topology, fleets);
      unjudged = Unjudged.in(graph, judged(), nats.all());
    }

    Resilience judge() {
      Effect normal = untold.normal(normal());
      add(Failure.Kind.NONE, "", normal.and(Unjudged.onPath(unjudged)));
      Places places = Places.of(graph, topology);
      places.zones().forEach(zone -> add(Failure.Kind.ZONE, zone, zone(zone)));
      nats.all().forEach(nat -> verdicts.add(nats.fails(nat).of(nats.failure(nat))));
      pools().forEach(this::servers);
      stores.forEach(store -> store.failures().stream().map(reach::after).forEach(verdicts::add));
      places.regions().forEach(region -> add(Failure.Kind.REGION, region, region(region)));
      List<Verdict> known = verdicts.stream().map(untold::of).toList();
      return new Resilience(
          known,
          estimates(known),
          Agreements.of(graph, entries, fleets, stores, unjudged, normal.outcome()),
          unjudged.stream().map(ResourceNode::urn).toList());
    }

    /** Whether requests are answered, and with the data they are about. */
    private Effect normal() {
      Effect effect = path.open().and(reach.normal()).and(internet.of(fleets));
      return effect.outcome() == Outcome.SURVIVES
          ? effect.because(
              "Routes, network ACLs, listeners and security groups carry requests to the data.")
          : effect;
    }

    private Set<ResourceNode> judged() {
      var judged = new LinkedHashSet<ResourceNode>();
      Fleets.in(graph, topology).forEach(fleet -> judged.addAll(fleet.members()));
      stores.forEach(store -> judged.addAll(store.parts()));
      return judged;
    }

    private Set<Pool> pools() {
      var pools = new LinkedHashSet<Pool>();
      fleets.forEach(fleet -> pools.addAll(fleet.pools()));
      return pools;
    }

    /** In every fleet that the servers are part of. */
    private void servers(Pool pool) {
      Effect instance = Effect.NOTHING;
      Effect deployment = Effect.NOTHING;
      for (Fleet fleet : fleets) {
        if (fleet.pools().contains(pool)) {
          FleetFailures failures = failures(fleet);
          instance = instance.and(failures.instance(pool)).and(path.oneServerLess(fleet));
          deployment = deployment.and(failures.rollingDeployment(pool));
        }
      }
      add(Failure.Kind.INSTANCE, pool.name(), instance.and(internet.of(pool)));
      if (pool.kind() != Pool.Kind.SINGLE) {
        add(Failure.Kind.ROLLING_REPLACEMENT, pool.name(), deployment.and(internet.of(pool)));
      }
    }

    private FleetFailures failures(Fleet fleet) {
      return new FleetFailures(fleet, path.enabledZones(fleet));
    }

    private void add(Failure.Kind kind, String subject, Effect effect) {
      verdicts.add(effect.of(new Failure(kind, subject)));
    }

    private Effect zone(String zone) {
      Effect effect = nats.zone(zone).and(Unjudged.touched(unjudged));
      if (entries.isEmpty() || fleets.isEmpty()) {
        effect = effect.and(RequestPath.NOBODY);
      }
      for (EntryPoint entry : entries) {
        effect = effect.and(entry.zone(zone, topology));
      }
      for (Fleet fleet : fleets) {
        effect = effect.and(failures(fleet).zone(zone));
      }
      for (Store store : stores) {
        effect = effect.and(store.zone(zone));
      }
      effect =
          effect.and(new ServiceEndpoints(graph, topology, fleets).zone(zone)).and(reach.zone());
      return effect
          .touching(topology.subnetsIn(zone))
          .touching(
              nats.all().stream()
                  .filter(nat -> topology.zoneOf(nat).filter(zone::equals).isPresent())
                  .toList());
    }

    private Effect region(String region) {
      Effect effect =
          Effect.of(
                  Outcome.DOWN,
                  "The stack is in %s: it must be rebuilt in another region.".formatted(region))
              .lasting(Interruption.UNKNOWN)
              .and(Unjudged.touched(unjudged));
      for (Store store : stores) {
        effect = effect.and(store.regionLost());
      }
      return effect;
    }

    private static List<Estimate> estimates(List<Verdict> verdicts) {
      return Arrays.stream(Disruption.values())
          .map(disruption -> estimate(disruption, verdicts))
          .toList();
    }

    private static Estimate estimate(Disruption disruption, List<Verdict> verdicts) {
      return verdicts.stream()
          .filter(verdict -> verdict.failure().kind().disruption() == disruption)
          .map(Estimate::of)
          .reduce(Estimate::and)
          .orElse(Estimate.unknown(disruption));
    }
  }
}
