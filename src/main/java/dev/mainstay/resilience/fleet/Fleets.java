package dev.mainstay.resilience.fleet;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.model.Types;
import dev.mainstay.resilience.network.Topology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the servers behind load balancers. */
public final class Fleets {
  private Fleets() {}

  /** Target groups with the same servers make one fleet, since one failure takes both. */
  public static List<Fleet> in(ResourceGraph graph, Topology topology) {
    var pools = new LinkedHashMap<Pool, List<ResourceNode>>();
    pools.putAll(new Groups(graph, topology).pools());
    pools.putAll(new Services(graph, topology).pools());
    pools.putAll(new SingleServers(graph, topology).pools());

    var byTargetGroup = new LinkedHashMap<ResourceNode, Set<Pool>>();
    var fleets = new ArrayList<Fleet>();
    pools.forEach(
        (pool, targetGroups) -> {
          if (targetGroups.isEmpty()) {
            fleets.add(new Fleet(pool.node(), List.of(pool), List.of()));
          }
          targetGroups.forEach(
              group -> byTargetGroup.computeIfAbsent(group, it -> new LinkedHashSet<>()).add(pool));
        });
    var bySamePools = new LinkedHashMap<Set<Pool>, List<ResourceNode>>();
    byTargetGroup.forEach(
        (group, members) ->
            bySamePools.computeIfAbsent(members, it -> new ArrayList<>()).add(group));
    bySamePools.forEach((members, groups) -> fleets.add(fleet(List.copyOf(members), groups)));
    return List.copyOf(fleets);
  }

  private static Fleet fleet(List<Pool> pools, List<ResourceNode> targetGroups) {
    return new Fleet(
        pools.size() == 1 ? pools.get(0).node() : targetGroups.get(0),
        pools,
        List.copyOf(targetGroups));
  }

  /** The target groups that {@code node} names at {@code path}. */
  static List<ResourceNode> targetGroups(ResourceGraph graph, ResourceNode node, String path) {
    return graph.referenced(node, path).stream().filter(Types::isTargetGroup).toList();
  }
}
