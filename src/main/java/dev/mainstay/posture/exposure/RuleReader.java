package dev.mainstay.posture.exposure;

import static dev.mainstay.posture.model.Judge.NOT_YET_KNOWN;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.model.Judge;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the rules that one resource holds. */
final class RuleReader {
  static final List<String> STANDALONE =
      List.of(
          "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
          "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
          "aws:ec2/securityGroupRule:SecurityGroupRule");

  static final List<String> GROUPS =
      List.of(
          "aws:ec2/securityGroup:SecurityGroup",
          "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup");

  /** By IANA's number; EC2 takes both. */
  private static final Map<String, String> PROTOCOLS =
      Map.of("6", "tcp", "17", "udp", "1", "icmp", "58", "icmpv6", "all", "-1");

  private final ResourceGraph graph;
  private final ResourceNode node;

  RuleReader(ResourceGraph graph, ResourceNode node) {
    this.graph = graph;
    this.node = node;
  }

  List<TrafficRule> rules() {
    if (STANDALONE.contains(node.type())) {
      boolean ingress =
          node.type().contains("IngressRule") || node.text("type", "").equals("ingress");
      return List.of(rule(SecurityGroups.named(graph, node, "securityGroupId"), ingress, ""));
    }
    if (!GROUPS.contains(node.type())) {
      return List.of();
    }
    return Stream.of("ingress", "egress")
        .flatMap(
            list ->
                Judge.elements(node, list).stream()
                    .map(path -> rule(List.of(node), list.equals("ingress"), path + ".")))
        .toList();
  }

  private TrafficRule rule(List<ResourceNode> group, boolean ingress, String prefix) {
    String given =
        text(prefix + "ipProtocol")
            .or(() -> text(prefix + "protocol"))
            .orElse("-1")
            .toLowerCase(Locale.ROOT);
    String protocol = PROTOCOLS.getOrDefault(given, given);
    boolean told =
        Stream.of("fromPort", "toPort", "ipProtocol", "protocol")
            .flatMap(property -> text(prefix + property).stream())
            .noneMatch(NOT_YET_KNOWN::equals);
    boolean all = protocol.equals(TrafficRule.EVERY_PROTOCOL) || !told;
    return new TrafficRule(
        node,
        group,
        ingress,
        protocol,
        all ? 0 : node.number(prefix + "fromPort", 0),
        all ? TrafficRule.LAST_PORT : node.number(prefix + "toPort", TrafficRule.LAST_PORT),
        told,
        texts(prefix, "cidrIpv4", "cidrIpv6", "cidrBlocks", "ipv6CidrBlocks"),
        peers(prefix),
        prefixLists(prefix),
        text(prefix + "description").orElse(""));
  }

  private Optional<String> text(String path) {
    return Judge.input(node, path).map(Object::toString);
  }

  private List<String> peers(String prefix) {
    var found = new ArrayList<String>();
    for (String property :
        List.of("referencedSecurityGroupId", "sourceSecurityGroupId", "securityGroups")) {
      List<ResourceNode> known = SecurityGroups.named(graph, node, prefix + property);
      known.forEach(group -> found.add(group.name()));
      if (known.isEmpty()) {
        found.addAll(texts(prefix, property));
      }
    }
    if (node.isTrue(prefix + "self")) {
      found.add("itself");
    }
    return found;
  }

  /** By name; a list that is not in the graph goes by its id. */
  private Map<String, List<String>> prefixLists(String prefix) {
    var found = new TreeMap<String, List<String>>();
    for (String property : List.of("prefixListId", "prefixListIds")) {
      List<String> paths =
          Judge.input(node, prefix + property).filter(value -> value instanceof List<?>).isPresent()
              ? Judge.elements(node, prefix + property)
              : Judge.input(node, prefix + property).map(value -> prefix + property).stream()
                  .toList();
      for (String path : paths) {
        String name =
            graph.referenced(node, path).stream()
                .map(ResourceNode::name)
                .findFirst()
                .orElse(text(path).orElse(""));
        found.put(name, PrefixLists.ranges(graph, node, path));
      }
    }
    return found;
  }

  private List<String> texts(String prefix, String... properties) {
    return Stream.of(properties)
        .flatMap(property -> Judge.input(node, prefix + property).stream())
        .flatMap(value -> value instanceof List<?> list ? list.stream() : Stream.of(value))
        .map(Object::toString)
        .distinct()
        .toList();
  }
}
