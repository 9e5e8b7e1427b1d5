package dev.mainstay.resilience.fleet;

import dev.mainstay.graph.ResourceNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Servers that stand in for one another behind a load balancer.
 *
 * @param node the Auto Scaling group; the target group of servers that were made one by one
 * @param grouped whether an Auto Scaling group keeps their number
 * @param servers how many there are at the fewest; empty if that is not known
 * @param count how that number comes about
 * @param mostInZone how many of them stand in each zone at the most
 * @param zonesKnown whether these are all zones
 * @param subnets the subnets that they stand in, as far as known
 * @param targetGroups the target groups that they are in, as far as known
 * @param members what to draw: the group, or each server
 */
public record Fleet(
    ResourceNode node,
    boolean grouped,
    Optional<Long> servers,
    String count,
    Map<String, Long> mostInZone,
    boolean zonesKnown,
    List<ResourceNode> subnets,
    List<ResourceNode> targetGroups,
    List<ResourceNode> members) {

  /** On an Auto Scaling group: how many servers the load needs, which AWS knows nothing of. */
  static final String REQUIRED_TAG = "mainstay:requiredInstances";

  public String name() {
    return node.name();
  }

  public boolean spansZones() {
    return zonesKnown && mostInZone.size() > 1 && servers.orElse(0L) > 1;
  }

  public long required() {
    return requiredTag().orElse(1L);
  }

  static String servers(long number) {
    return number == 1 ? "1 server" : number + " servers";
  }

  /** How many servers have to be left. */
  String need() {
    return requiredTag().isPresent()
        ? "the load needs %d".formatted(required())
        : "one is taken to be enough, since no tag %s says otherwise".formatted(REQUIRED_TAG);
  }

  private Optional<Long> requiredTag() {
    if (node.input("tags").orElse(null) instanceof List<?> tags) {
      return tags.stream()
          .filter(tag -> tag instanceof Map<?, ?> map && REQUIRED_TAG.equals(map.get("key")))
          .map(tag -> String.valueOf(((Map<?, ?>) tag).get("value")))
          .filter(value -> value.matches("\\d{1,9}"))
          .map(Long::valueOf)
          .findFirst();
    }
    return Optional.empty();
  }
}
