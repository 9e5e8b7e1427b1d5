package dev.mainstay.resilience.fleet;

import dev.mainstay.graph.ResourceNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Servers that can replace one another behind a load balancer: all that are in the same target
 * groups.
 *
 * @param node the only pool's resource, or the target group of several pools
 * @param pools what the servers belong to
 * @param targetGroups the target groups that they are in, as far as known
 */
public record Fleet(ResourceNode node, List<Pool> pools, List<ResourceNode> targetGroups) {

  public String name() {
    return node.name();
  }

  /** How many servers there are at least; empty if one of the pools does not tell. */
  public Optional<Long> servers() {
    return pools.stream().allMatch(pool -> pool.servers().isPresent())
        ? Optional.of(pools.stream().mapToLong(pool -> pool.servers().orElseThrow()).sum())
        : Optional.empty();
  }

  /** How many of them may be in each zone. */
  public Map<String, Long> mostInZone() {
    var most = new TreeMap<String, Long>();
    pools.forEach(
        pool -> pool.mostInZone().forEach((zone, number) -> most.merge(zone, number, Long::sum)));
    return most;
  }

  public boolean zonesKnown() {
    return pools.stream().allMatch(Pool::zonesKnown);
  }

  /** The subnets that they may be in, as far as known. */
  public List<ResourceNode> subnets() {
    return pools.stream().flatMap(pool -> pool.endpoint().subnets().stream()).distinct().toList();
  }

  public List<ResourceNode> members() {
    return pools.stream().flatMap(pool -> pool.members().stream()).distinct().toList();
  }

  public boolean spansZones() {
    return zonesKnown() && mostInZone().size() > 1 && servers().orElse(0L) > 1;
  }

  boolean usesSpot() {
    return pools.stream().anyMatch(Pool::usesSpot);
  }

  /** How many servers the load requires: the sum of what the pools say, or one. */
  public long required() {
    return saysRequired() ? pools.stream().mapToLong(pool -> pool.required().orElse(0L)).sum() : 1;
  }

  private boolean saysRequired() {
    return pools.stream().anyMatch(pool -> pool.required().isPresent());
  }

  String requirement() {
    return saysRequired()
        ? "%d required".formatted(required())
        : "1 required (no tag `%s`)".formatted(Pool.REQUIRED_TAG);
  }
}
