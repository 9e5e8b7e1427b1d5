package dev.mainstay.resilience.fleet;

import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.network.Endpoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Servers that one resource keeps running, or that were created one by one.
 *
 * @param node the Auto Scaling group or ECS service; the target group of single servers
 * @param kind which of these
 * @param servers how many there are at least; empty if that is not known
 * @param onDemand how many of them AWS does not reclaim; the others are Spot capacity
 * @param count where that number is from
 * @param mostInZone how many of them may be in each zone
 * @param zonesKnown whether these are all zones
 * @param endpoint their security groups and subnets
 * @param members what to draw: the group, the service, or each server
 */
public record Pool(
    ResourceNode node,
    Kind kind,
    Optional<Long> servers,
    long onDemand,
    String count,
    Map<String, Long> mostInZone,
    boolean zonesKnown,
    Endpoint endpoint,
    List<ResourceNode> members) {

  /** What keeps the number of servers. */
  public enum Kind {
    GROUP,
    SERVICE,
    /** Nothing does. */
    SINGLE
  }

  /** On an Auto Scaling group: how many servers the load requires, which AWS does not know. */
  static final String REQUIRED_TAG = "mainstay:requiredInstances";

  public String name() {
    return node.name();
  }

  boolean usesSpot() {
    return servers.filter(number -> number > onDemand).isPresent();
  }

  /** An even share: none of N zones has more than the Nth part, rounded up. */
  static long share(long servers, int zones) {
    return zones == 0 ? 0 : -Math.floorDiv(-servers, (long) zones);
  }

  static String servers(long number) {
    return number == 1 ? "1 server" : number + " servers";
  }

  static String tasks(long number) {
    return number == 1 ? "1 task" : number + " tasks";
  }

  String counted(long number) {
    return kind == Kind.SERVICE ? tasks(number) : servers(number);
  }

  Optional<Long> required() {
    Optional<Long> listed =
        node.input("tags").orElse(null) instanceof List<?> tags
            ? tags.stream()
                .filter(tag -> tag instanceof Map<?, ?> map && REQUIRED_TAG.equals(map.get("key")))
                .map(tag -> String.valueOf(((Map<?, ?>) tag).get("value")))
                .filter(value -> value.matches("\\d{1,9}"))
                .map(Long::valueOf)
                .findFirst()
            : Optional.empty();
    return listed.or(
        () ->
            node.input("tags").orElse(null) instanceof Map<?, ?> tags
                    && String.valueOf(tags.get(REQUIRED_TAG)).matches("\\d{1,9}")
                ? Optional.of(Long.valueOf(tags.get(REQUIRED_TAG).toString()))
                : Optional.empty());
  }
}
