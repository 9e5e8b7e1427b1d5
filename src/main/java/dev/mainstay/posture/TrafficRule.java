package dev.mainstay.posture;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A rule of a security group, wherever it is written: in a resource of its own, of either kind, or
 * in the group itself.
 *
 * @param writtenIn the resource that holds the rule
 * @param group the group it belongs to; empty if that is not in the graph
 * @param ingress whether it lets traffic in; else it lets traffic out
 * @param protocol such as {@code tcp}; {@code -1} for all
 * @param fromPort first port; 0 if all are meant
 * @param toPort last port; 65535 if all are meant
 * @param cidrs address ranges at the other end
 * @param peers groups and prefix lists at the other end: names, or ids if not in the graph
 * @param description what the rule says of itself
 */
record TrafficRule(
    ResourceNode writtenIn,
    List<ResourceNode> group,
    boolean ingress,
    String protocol,
    long fromPort,
    long toPort,
    List<String> cidrs,
    List<String> peers,
    String description) {

  static final List<String> STANDALONE =
      List.of(
          "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
          "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
          "aws:ec2/securityGroupRule:SecurityGroupRule");

  static final List<String> GROUPS =
      List.of(
          "aws:ec2/securityGroup:SecurityGroup",
          "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup");

  private static final long LAST_PORT = 65_535;
  private static final Set<String> EVERYTHING = Set.of("-1", "all");
  private static final Set<String> ANYWHERE = Set.of("0.0.0.0/0", "::/0");

  /** All rules of a graph. */
  static List<TrafficRule> of(ResourceGraph graph) {
    return graph.resources().stream().flatMap(node -> in(graph, node).stream()).toList();
  }

  /** The rules that {@code node} holds. */
  static List<TrafficRule> in(ResourceGraph graph, ResourceNode node) {
    if (STANDALONE.contains(node.type())) {
      boolean ingress =
          node.type().contains("IngressRule") || node.text("type", "").equals("ingress");
      return List.of(read(graph, node, graph.referenced(node, "securityGroupId"), ingress, ""));
    }
    if (!GROUPS.contains(node.type())) {
      return List.of();
    }
    return Stream.of(true, false)
        .flatMap(ingress -> inline(graph, node, ingress).stream())
        .toList();
  }

  private static List<TrafficRule> inline(ResourceGraph graph, ResourceNode node, boolean ingress) {
    String list = ingress ? "ingress" : "egress";
    var rules = new ArrayList<TrafficRule>();
    for (int index = 0; node.input("%s[%d]".formatted(list, index)).isPresent(); index++) {
      rules.add(read(graph, node, List.of(node), ingress, "%s[%d].".formatted(list, index)));
    }
    return rules;
  }

  private static TrafficRule read(
      ResourceGraph graph,
      ResourceNode node,
      List<ResourceNode> group,
      boolean ingress,
      String prefix) {
    String protocol =
        node.text(prefix + "ipProtocol", node.text(prefix + "protocol", "-1"))
            .toLowerCase(Locale.ROOT);
    boolean all = EVERYTHING.contains(protocol);
    return new TrafficRule(
        node,
        group,
        ingress,
        all ? "-1" : protocol,
        all ? 0 : node.number(prefix + "fromPort", 0),
        all ? LAST_PORT : node.number(prefix + "toPort", LAST_PORT),
        texts(node, prefix, "cidrIpv4", "cidrIpv6", "cidrBlocks", "ipv6CidrBlocks"),
        peers(graph, node, prefix),
        node.text(prefix + "description", ""));
  }

  private static List<String> peers(ResourceGraph graph, ResourceNode node, String prefix) {
    var found = new ArrayList<String>();
    for (String property :
        List.of("referencedSecurityGroupId", "sourceSecurityGroupId", "securityGroups")) {
      List<ResourceNode> known = graph.referenced(node, prefix + property);
      known.forEach(group -> found.add(group.name()));
      if (known.isEmpty()) {
        found.addAll(texts(node, prefix, property));
      }
    }
    found.addAll(texts(node, prefix, "prefixListId", "prefixListIds"));
    if (node.isTrue(prefix + "self")) {
      found.add("itself");
    }
    return found;
  }

  private static List<String> texts(ResourceNode node, String prefix, String... properties) {
    return Stream.of(properties)
        .flatMap(property -> node.input(prefix + property).stream())
        .flatMap(value -> value instanceof List<?> list ? list.stream() : Stream.of(value))
        .map(Object::toString)
        .toList();
  }

  boolean isOpenToAnywhere() {
    return cidrs.stream().anyMatch(ANYWHERE::contains);
  }

  boolean isOnly(long... ports) {
    return fromPort == toPort && Arrays.stream(ports).anyMatch(port -> port == fromPort);
  }

  boolean covers(long port) {
    return fromPort <= port && port <= toPort;
  }

  /** Such as {@code tcp 443}. */
  String ports() {
    if (protocol.equals("-1")) {
      return "everything";
    }
    return fromPort == toPort
        ? "%s %d".formatted(protocol, fromPort)
        : "%s %d-%d".formatted(protocol, fromPort, toPort);
  }
}
