package dev.mainstay.resilience.path;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.resilience.fleet.Fleet;
import dev.mainstay.resilience.fleet.Pool;
import dev.mainstay.resilience.model.Effect;
import dev.mainstay.resilience.network.Connections;
import dev.mainstay.resilience.network.Endpoint;
import dev.mainstay.resilience.network.Passage;
import dev.mainstay.resilience.network.Topology;
import dev.mainstay.resilience.store.Access;
import dev.mainstay.resilience.store.Store;
import dev.mainstay.resilience.store.UnusedStore;
import java.util.Comparator;
import java.util.List;

/**
 * Whether servers reach the stores they use. The rules of a store say whom it is for: one that lets
 * in others and no server, while servers are let in elsewhere, is on no request's path.
 */
public final class DataAccess {
  private final Connections connections;
  private final List<Pool> pools;

  public DataAccess(ResourceGraph graph, Topology topology, List<Fleet> fleets) {
    this.connections = new Connections(graph, topology);
    this.pools = fleets.stream().flatMap(fleet -> fleet.pools().stream()).distinct().toList();
  }

  /** The stores, with those that are on no request's path marked as such. */
  public List<Store> used(List<Store> stores) {
    return stores.stream()
        .map(store -> isUnused(store, stores) ? new UnusedStore(store) : store)
        .toList();
  }

  private boolean isUnused(Store store, List<Store> stores) {
    return !pools.isEmpty()
        && !store.accesses().isEmpty()
        && pools.stream().noneMatch(pool -> isFor(pool, store))
        && store.accesses().stream().allMatch(this::letsIn)
        && hasAlternative(store, stores);
  }

  private boolean letsIn(Access access) {
    return access.port().isPresent()
        && connections.letsIn(access.endpoint(), access.port().getAsLong());
  }

  private boolean hasAlternative(Store store, List<Store> stores) {
    return stores.stream()
        .filter(other -> other != store && other.kind() == store.kind())
        .anyMatch(other -> pools.stream().anyMatch(pool -> isFor(pool, other)));
  }

  /** Whether the rules of a store may let servers in. */
  private boolean isFor(Pool pool, Store store) {
    return store.accesses().stream()
        .anyMatch(
            access ->
                !access.endpoint().guarded()
                    || access.port().isEmpty()
                    || connections.letsIn(
                            pool.endpoint(), access.endpoint(), access.port().getAsLong())
                        != Passage.CUT);
  }

  /** Whether all servers reach the stores that are for them. */
  public Effect of(List<Store> stores) {
    Effect effect = Effect.NOTHING;
    for (Store store : stores) {
      effect = effect.and(store.normal());
      if (!store.accesses().isEmpty()) {
        effect = effect.and(reached(store, stores));
      }
    }
    return effect;
  }

  private Effect reached(Store store, List<Store> stores) {
    List<Pool> users = pools.stream().filter(pool -> isFor(pool, store)).toList();
    if (users.isEmpty() && hasAlternative(store, stores)) {
      return Effect.unknown(
              "`%s` lets nobody in: whether requests need it is not known."
                  .formatted(store.node().name()))
          .touching(store.node());
    }
    return (users.isEmpty() ? pools : users)
        .stream().map(pool -> reached(pool, store)).reduce(Effect.NOTHING, Effect::and);
  }

  /** By the best of its accesses. */
  private Effect reached(Pool pool, Store store) {
    return store.accesses().stream()
        .map(access -> over(pool.endpoint(), access))
        .min(Comparator.comparing(Effect::outcome))
        .orElse(Effect.NOTHING);
  }

  private Effect over(Endpoint from, Access access) {
    if (access.port().isEmpty()) {
      return Effect.unknown(
          "The port of `%s` is not known.".formatted(access.endpoint().node().name()));
    }
    Effect first =
        connections.between(from, access.endpoint(), access.port().getAsLong(), "server");
    return access.behind().map(behind -> first.and(over(access.endpoint(), behind))).orElse(first);
  }
}
