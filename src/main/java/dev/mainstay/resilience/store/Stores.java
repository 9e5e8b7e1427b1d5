package dev.mainstay.resilience.store;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.resilience.fleet.Fleet;
import dev.mainstay.resilience.network.Topology;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds everything that holds data and is judged. */
public final class Stores {
  private Stores() {}

  public static List<Store> in(ResourceGraph graph, Topology topology, List<Fleet> fleets) {
    return Stream.of(
            DatabaseTier.in(graph, topology),
            SharedStorageCluster.in(graph, topology),
            ServerDatabase.in(graph, topology, fleets),
            CacheTier.in(graph, topology),
            CacheCluster.in(graph, topology),
            SharedFiles.in(graph, topology, zones(fleets)),
            ReplicatedService.in(graph, topology),
            RegionalTable.in(graph),
            DataBucket.in(graph))
        .flatMap(Function.identity())
        .toList();
  }

  private static Set<String> zones(List<Fleet> fleets) {
    var zones = new TreeSet<String>();
    fleets.forEach(fleet -> zones.addAll(fleet.mostInZone().keySet()));
    return zones;
  }
}
