package dev.mainstay.posture.exposure;

import static dev.mainstay.posture.model.Judge.NOT_YET_KNOWN;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.model.Answer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A rule of a security group, wherever it is written: in a resource of its own, of either kind, or
 * in the group itself.
 *
 * @param writtenIn the resource that holds the rule
 * @param group the group it belongs to; the VPC for a default group that is not in the graph; empty
 *     if neither is
 * @param ingress whether it lets traffic in; else it lets traffic out
 * @param protocol such as {@code tcp}; {@code -1} for all
 * @param fromPort first port; 0 if all are meant
 * @param toPort last port; 65535 if all are meant
 * @param portsTold whether the graph tells the ports
 * @param cidrs address ranges at the other end
 * @param peers groups at the other end: names, or ids if not in the graph
 * @param prefixLists the address ranges of the prefix lists at the other end, by name
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
    Map<String, List<String>> prefixLists,
    String description) {

  public static final List<String> STANDALONE = RuleReader.STANDALONE;
  public static final List<String> GROUPS = RuleReader.GROUPS;

  static final long LAST_PORT = 65_535;
  static final String EVERY_PROTOCOL = "-1";

  private static final Set<String> WITH_PORTS = Set.of(EVERY_PROTOCOL, "tcp", "udp");

  /** All rules of a graph. */
  public static List<TrafficRule> of(ResourceGraph graph) {
    return Stream.of(STANDALONE, GROUPS)
        .flatMap(List::stream)
        .flatMap(type -> graph.all(type).stream())
        .flatMap(node -> in(graph, node).stream())
        .toList();
  }

  /** The rules that {@code node} holds. */
  public static List<TrafficRule> in(ResourceGraph graph, ResourceNode node) {
    return new RuleReader(graph, node).rules();
  }

  /** The rules of one group, wherever they are written. */
  public static List<TrafficRule> ofGroup(ResourceGraph graph, ResourceNode group) {
    Stream<ResourceNode> standalone =
        SecurityGroups.alsoKnownAs(graph, group).stream()
            .flatMap(
                each ->
                    STANDALONE.stream()
                        .flatMap(type -> graph.referring(type, "securityGroupId", each).stream()));
    return Stream.concat(Stream.of(group), standalone)
        .distinct()
        .flatMap(node -> in(graph, node).stream())
        .filter(rule -> rule.group().contains(group))
        .toList();
  }

  /** Every address range at the other end, those of prefix lists among them. */
  public List<String> ranges() {
    return Stream.concat(cidrs.stream(), prefixLists.values().stream().flatMap(List::stream))
        .distinct()
        .toList();
  }

  /** Whether an address at the other end is one of {@code wanted}. */
  public Answer isOpenTo(Predicate<String> wanted) {
    return Answer.any(
        ranges().stream()
            .map(
                cidr ->
                    cidr.equals(NOT_YET_KNOWN) ? Answer.UNKNOWN : Answer.of(wanted.test(cidr))));
  }

  /**
   * Whether it is open to so much of the internet that it names no one in particular: by itself, or
   * together with the group's other rules for the same ports.
   */
  public Answer isOpenToAnybody(ResourceGraph graph) {
    if (isOpenTo(Addresses::isOutside) == Answer.NO) {
      return Answer.NO;
    }
    List<String> together =
        Stream.concat(Stream.of(this), siblings(graph))
            .filter(rule -> rule.includes(this))
            .flatMap(rule -> rule.ranges().stream())
            .toList();
    boolean known = AddressRanges.of(ranges().stream().filter(this::isKnown)).hasAny();
    if (known && AddressRanges.of(together.stream().filter(this::isKnown)).areAnybody()) {
      return Answer.YES;
    }
    return together.contains(NOT_YET_KNOWN) ? Answer.UNKNOWN : Answer.NO;
  }

  private Stream<TrafficRule> siblings(ResourceGraph graph) {
    return group.stream().flatMap(each -> ofGroup(graph, each).stream());
  }

  private boolean isKnown(String cidr) {
    return !cidr.equals(NOT_YET_KNOWN);
  }

  /** Whether it lets through, at least, every port of {@code other}. */
  private boolean includes(TrafficRule other) {
    return ingress == other.ingress
        && (protocol.equals(EVERY_PROTOCOL) || protocol.equals(other.protocol))
        && fromPort <= other.fromPort
        && other.toPort <= toPort;
  }

  /** Whether it is about one port of TCP, and that one of {@code ports}. */
  public Answer isOnly(long... ports) {
    return portsTold
        ? Answer.of(
            protocol.equals("tcp")
                && fromPort == toPort
                && Arrays.stream(ports).anyMatch(port -> port == fromPort))
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
      return "ports not known";
    }
    if (protocol.equals(EVERY_PROTOCOL)) {
      return "all ports";
    }
    return fromPort == toPort
        ? "%s %d".formatted(protocol, fromPort)
        : "%s %d-%d".formatted(protocol, fromPort, toPort);
  }
}
