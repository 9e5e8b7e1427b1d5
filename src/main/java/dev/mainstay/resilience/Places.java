package dev.mainstay.resilience;

import dev.mainstay.facts.Region;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.resilience.network.Topology;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a stack is.
 *
 * @param zones those of its subnets and groups; without any, those of its only region
 * @param regions those of its zones; without any, those that its ARNs name
 */
record Places(Set<String> zones, Set<String> regions) {
  private static final Pattern ZONE = Pattern.compile("([a-z]{2}(?:-[a-z]+)+-\\d+)[a-z]");
  private static final Pattern ARN =
      Pattern.compile("arn:aws[a-z-]*:[a-z0-9-]+:([a-z]{2}(?:-[a-z]+)+-\\d+):");

  static Places of(ResourceGraph graph, Topology topology) {
    Set<String> zones = topology.zones();
    var regions = new TreeSet<String>();
    for (String zone : zones) {
      Matcher matcher = ZONE.matcher(zone);
      if (matcher.matches()) {
        regions.add(matcher.group(1));
      }
    }
    if (!zones.isEmpty()) {
      return new Places(zones, regions);
    }
    graph.resources().forEach(node -> named(node.inputs()).forEach(regions::add));
    return new Places(regions.size() == 1 ? zonesOf(regions.first()) : zones, regions);
  }

  private static Set<String> zonesOf(String region) {
    var zones = new TreeSet<String>();
    Region.named(region)
        .ifPresent(known -> known.zoneLetters().forEach(letter -> zones.add(region + letter)));
    return zones;
  }

  private static Stream<String> named(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.values().stream().flatMap(Places::named);
    }
    if (value instanceof Collection<?> list) {
      return list.stream().flatMap(Places::named);
    }
    return ARN.matcher(String.valueOf(value)).results().map(result -> result.group(1));
  }
}
