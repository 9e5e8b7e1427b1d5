package dev.mainstay.posture.exposure;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Judge;
import dev.mainstay.posture.model.Types;
import java.util.ArrayList;
import java.util.List;

/**
 * Who can reach what: every way that a security group leaves open, and whether it leads there from
 * the internet.
 *
 * @param ways all of them, group by group
 */
public record Reachability(List<Way> ways) {
  public static final String INTERNET = "internet";
  private static final String NOT_TOLD = "addresses not told";

  /**
   * A way to what is in a security group.
   *
   * @param group the logical name of the group
   * @param members the logical names of what is in it
   * @param source {@code internet}, an address range, a group or prefix list
   * @param ports such as {@code tcp 443}
   * @param fromInternet whether packets from the internet can take it
   * @param exposed urns of the members that they come to, or may come to
   */
  public record Way(
      String group,
      List<String> members,
      String source,
      String ports,
      Answer fromInternet,
      List<String> exposed) {}

  public static Reachability of(ResourceGraph graph) {
    var ways = new ArrayList<Way>();
    for (TrafficRule rule : TrafficRule.of(graph)) {
      if (rule.ingress() && !rule.group().isEmpty()) {
        rule.cidrs().forEach(cidr -> ways.add(fromAddresses(graph, rule, cidr)));
        rule.peers().forEach(peer -> ways.add(fromInside(graph, rule, peer)));
        rule.prefixLists().forEach(list -> ways.add(fromOutside(graph, rule, list, false)));
      }
    }
    return new Reachability(List.copyOf(ways));
  }

  /** The ways that packets from the internet can take, or may be able to. */
  public List<Way> fromInternet() {
    return ways.stream().filter(way -> way.fromInternet() != Answer.NO).toList();
  }

  /** Whether nothing but load balancers can be reached from the internet. */
  public Answer onlyLoadBalancersAreReachable() {
    return Answer.all(
        fromInternet().stream()
            .filter(way -> !way.exposed().stream().allMatch(Reachability::isLoadBalancer))
            .map(way -> way.fromInternet().not()));
  }

  private static boolean isLoadBalancer(String urn) {
    // The types of what a resource is in may stand before its own.
    return Types.LOAD_BALANCER.stream().anyMatch(type -> urn.matches(".*(::|\\$)\\Q" + type + "\\E::.*"));
  }

  private static Way fromAddresses(ResourceGraph graph, TrafficRule rule, String cidr) {
    if (cidr.equals(Judge.NOT_YET_KNOWN)) {
      return fromOutside(graph, rule, NOT_TOLD, false);
    }
    return Addresses.isOutside(cidr)
        ? fromOutside(graph, rule, Addresses.isEverything(cidr) ? INTERNET : cidr, true)
        : fromInside(graph, rule, cidr);
  }

  /** From addresses of the internet; or, if not {@code certain}, from some that may be there. */
  private static Way fromOutside(
      ResourceGraph graph, TrafficRule rule, String source, boolean certain) {
    List<ResourceNode> members = SecurityGroups.members(graph, rule.group().get(0));
    Answer answer =
        Answer.all(
            certain ? Answer.YES : Answer.UNKNOWN,
            Answer.any(members.stream().map(node -> Exposure.of(graph, node))));
    List<ResourceNode> exposed =
        members.stream().filter(node -> Exposure.of(graph, node) != Answer.NO).toList();
    return way(rule, members, source, answer, urns(exposed));
  }

  private static Way fromInside(ResourceGraph graph, TrafficRule rule, String source) {
    List<ResourceNode> members = SecurityGroups.members(graph, rule.group().get(0));
    return way(rule, members, source, Answer.NO, List.of());
  }

  private static Way way(
      TrafficRule rule,
      List<ResourceNode> members,
      String source,
      Answer fromInternet,
      List<String> exposed) {
    return new Way(
        rule.group().get(0).name(),
        members.stream().map(ResourceNode::name).toList(),
        source,
        rule.ports(),
        fromInternet,
        exposed);
  }

  private static List<String> urns(List<ResourceNode> nodes) {
    return nodes.stream().map(ResourceNode::urn).toList();
  }
}
