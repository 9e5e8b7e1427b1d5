package dev.mainstay.posture.exposure;

import static dev.mainstay.posture.model.Judge.NOT_YET_KNOWN;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Judge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
 * @param portsTold whether the graph tells the ports
 * @param cidrs address ranges at the other end
 * @param peers groups at the other end: names, or ids if not in the graph
 * @param prefixLists prefix lists at the other end, whose addresses are not known here
 * @param description what the rule says of itself
 */
public record TrafficRule(
    ResourceNode writtenIn,
    List<ResourceNode> group,
    boolean ingress,
    String protocol,
    long fromPort,
    long toPort,
    boolean portsTold,
    List<String> cidrs,
    List<String> peers,
    List<String> prefixLists,
    String description) {

  public static final List<String> STANDALONE =
      List.of(
          "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
          "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
          "aws:ec2/securityGroupRule:SecurityGroupRule");

  public static final List<String> GROUPS =
      List.of(
          "aws:ec2/securityGroup:SecurityGroup",
          "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup");

  private static final long LAST_PORT = 65_535;
  private static final Set<String> EVERYTHING = Set.of("-1", "all");

  /** By name and by number. */
  private static final Set<String> WITH_PORTS = Set.of("-1", "tcp", "6", "udp", "17");

  private static final Set<String> ANYWHERE = Set.of("0.0.0.0/0", "::/0");

  /** All rules of a graph. */
  public static List<TrafficRule> of(ResourceGraph graph) {
    return graph.resources().stream().flatMap(node -> in(graph, node).stream()).toList();
  }

  /** The rules that {@code node} holds. */
  public static List<TrafficRule> in(ResourceGraph graph, ResourceNode node) {
    if (STANDALONE.contains(node.type())) {
      boolean ingress =
          node.type().contains("IngressRule") || node.text("type", "").equals("ingress");
      return List.of(read(graph, node, graph.referenced(node, "securityGroupId"), ingress, ""));
    }
    if (!GROUPS.contains(node.type())) {
      return List.of();
    }
    return Stream.of("ingress", "egress")
        .flatMap(
            list ->
                Judge.elements(node, list).stream()
                    .map(
                        path ->
                            read(graph, node, List.of(node), list.equals("ingress"), path + ".")))
        .toList();
  }

  private static TrafficRule read(
      ResourceGraph graph,
      ResourceNode node,
      List<ResourceNode> group,
      boolean ingress,
      String prefix) {
    String protocol =
        text(node, prefix + "ipProtocol")
            .or(() -> text(node, prefix + "protocol"))
            .orElse("-1")
            .toLowerCase(Locale.ROOT);
    boolean all = EVERYTHING.contains(protocol);
    boolean told =
        Stream.of("fromPort", "toPort", "ipProtocol", "protocol")
            .flatMap(property -> text(node, prefix + property).stream())
            .noneMatch(NOT_YET_KNOWN::equals);
    return new TrafficRule(
        node,
        group,
        ingress,
        all ? "-1" : protocol,
        all || !told ? 0 : node.number(prefix + "fromPort", 0),
        all || !told ? LAST_PORT : node.number(prefix + "toPort", LAST_PORT),
        told,
        texts(node, prefix, "cidrIpv4", "cidrIpv6", "cidrBlocks", "ipv6CidrBlocks"),
        peers(graph, node, prefix),
        texts(node, prefix, "prefixListId", "prefixListIds"),
        text(node, prefix + "description").orElse(""));
  }

  private static Optional<String> text(ResourceNode node, String path) {
    return Judge.input(node, path).map(Object::toString);
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
    if (node.isTrue(prefix + "self")) {
      found.add("itself");
    }
    return found;
  }

  private static List<String> texts(ResourceNode node, String prefix, String... properties) {
    return Stream.of(properties)
        .flatMap(property -> Judge.input(node, prefix + property).stream())
        .flatMap(value -> value instanceof List<?> list ? list.stream() : Stream.of(value))
        .map(Object::toString)
        .distinct()
        .toList();
  }

  /** Whether an address at the other end is one of {@code wanted}. */
  public Answer isOpenTo(Predicate<String> wanted) {
    return Answer.any(
        cidrs.stream()
            .map(
                cidr ->
                    cidr.equals(NOT_YET_KNOWN) ? Answer.UNKNOWN : Answer.of(wanted.test(cidr))));
  }

  public Answer isOpenToAnywhere() {
    return isOpenTo(ANYWHERE::contains);
  }

  /** Whether it is about one port, and that one of {@code ports}. */
  public Answer isOnly(long... ports) {
    return portsTold
        ? Answer.of(fromPort == toPort && Arrays.stream(ports).anyMatch(port -> port == fromPort))
        : Answer.UNKNOWN;
  }

  /** Whether it is about {@code port} of TCP or UDP. */
  public Answer covers(long port) {
    if (!portsTold) {
      return Answer.UNKNOWN;
    }
    return Answer.of(WITH_PORTS.contains(protocol) && fromPort <= port && port <= toPort);
  }

  /** Such as {@code tcp 443}. */
  public String ports() {
    if (!portsTold) {
      return "ports not told";
    }
    if (protocol.equals("-1")) {
      return "everything";
    }
    return fromPort == toPort
        ? "%s %d".formatted(protocol, fromPort)
        : "%s %d-%d".formatted(protocol, fromPort, toPort);
  }
}
