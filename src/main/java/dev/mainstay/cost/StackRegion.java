package dev.mainstay.cost;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The region of a stack, from the zones of its subnets, or from the ARNs in its inputs. */
final class StackRegion {
  private static final Pattern ZONE = Pattern.compile("([a-z]{2}(?:-[a-z]+)+-\\d)[a-z]");
  private static final Pattern ARN =
      Pattern.compile("arn:aws[a-z-]*:[a-z0-9-]+:([a-z]{2}(?:-[a-z]+)+-\\d):");

  private StackRegion() {}

  /** Empty if the graph does not tell. */
  static Optional<String> of(ResourceGraph graph) {
    List<String> zones =
        graph.all("aws:ec2/subnet:Subnet").stream()
            .map(subnet -> subnet.text("availabilityZone", ""))
            .toList();
    return mostOften(named(ZONE, zones))
        .or(
            () ->
                mostOften(
                    named(ARN, graph.resources().stream().flatMap(StackRegion::texts).toList())));
  }

  private static List<String> named(Pattern pattern, List<String> texts) {
    return texts.stream()
        .map(pattern::matcher)
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1))
        .toList();
  }

  private static Stream<String> texts(ResourceNode node) {
    var texts = new ArrayList<String>();
    collect(node.inputs(), texts);
    return texts.stream();
  }

  private static void collect(Object value, List<String> texts) {
    if (value instanceof String text) {
      texts.add(text);
    } else if (value instanceof List<?> list) {
      list.forEach(element -> collect(element, texts));
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(element -> collect(element, texts));
    }
  }

  /** A stack may name things of other regions, such as a certificate of a CDN: the most counts. */
  private static Optional<String> mostOften(List<String> regions) {
    var counts = new TreeMap<String, Integer>();
    regions.forEach(region -> counts.merge(region, 1, Integer::sum));
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
        .map(Map.Entry::getKey);
  }
}
