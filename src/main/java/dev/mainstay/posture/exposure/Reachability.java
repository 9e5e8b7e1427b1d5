package dev.mainstay.posture.exposure;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Judge;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who can reach what: all ingress that a security group allows, whether it leads there from the
 * internet, and what can be reached otherwise.
 *
 * @param ways all ingress, group by group
 * @param surfaces what has, or may have, a public endpoint apart from these groups
 */
public record Reachability(List<Way> ways, List<Surface> surfaces) {
  public static final String INTERNET = "internet";
  private static final String NOT_TOLD = "addresses not known";

  /**
   * Ingress to the members of a security group.
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

  /**
   * A resource that is reachable, or may be, apart from the security groups of the stack.
   *
   * @param reachable whether from the internet; not known if nothing judges that
   * @param reason why, in words that follow its name
   */
  public record Surface(String urn, String type, String name, Answer reachable, String reason) {
    @Override
    public String toString() {
      return "`%s` (%s)".formatted(name, reason);
    }
  }

  public static Reachability of(ResourceGraph graph) {
    var ways = new ArrayList<Way>();
    for (TrafficRule rule : TrafficRule.of(graph)) {
      if (rule.ingress() && !rule.group().isEmpty()) {
        var members = new Members(graph, rule);
        rule.cidrs().forEach(cidr -> ways.add(members.fromAddresses(cidr)));
        rule.peers().forEach(peer -> ways.add(members.fromInside(peer)));
        rule.prefixLists().forEach((name, ranges) -> ways.add(members.fromList(name, ranges)));
      }
    }
    return new Reachability(List.copyOf(ways), Surfaces.of(graph));
  }

  /** The ingress that packets from the internet can take, or may be able to. */
  public List<Way> fromInternet() {
    return ways.stream().filter(way -> way.fromInternet() != Answer.NO).toList();
  }

  /** Whether nothing but load balancers can be reached from the internet. */
  public Answer onlyLoadBalancersAreReachable() {
    return Answer.all(
        Stream.concat(
            fromInternet().stream()
                .filter(way -> !way.exposed().stream().allMatch(Reachability::isLoadBalancer))
                .map(way -> way.fromInternet().not()),
            surfaces.stream().map(surface -> surface.reachable().not())));
  }

  /** The same in words, with the names of what is reachable or not known. */
  public String summary() {
    return switch (onlyLoadBalancersAreReachable()) {
      case YES -> "Nothing but the load balancer is reachable from the internet.";
      case NO ->
          "More than the load balancer is reachable from the internet: %s."
              .formatted(named(Answer.YES));
      case UNKNOWN ->
          "Whether more than the load balancer is reachable from the internet is not known: %s."
              .formatted(named(Answer.UNKNOWN));
    };
  }

  private String named(Answer reachable) {
    return Stream.concat(
            fromInternet().stream()
                .filter(way -> way.fromInternet() == reachable)
                .flatMap(way -> way.exposed().stream())
                .filter(urn -> !isLoadBalancer(urn))
                .map(urn -> "`%s`".formatted(urn.substring(urn.lastIndexOf("::") + 2))),
            surfaces.stream()
                .filter(surface -> surface.reachable() == reachable)
                .map(Surface::toString))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static boolean isLoadBalancer(String urn) {
    return Stream.of("aws:lb/", "aws:alb/", "aws:elb/")
        .anyMatch(
            module ->
                urn.contains("::" + module + "loadBalancer:LoadBalancer::")
                    || urn.contains("$" + module + "loadBalancer:LoadBalancer::"));
  }

  /** The members of the group of a rule, and how many of them a source can reach. */
  private static final class Members {
    private final ResourceGraph graph;
    private final TrafficRule rule;
    private final List<ResourceNode> nodes;

    Members(ResourceGraph graph, TrafficRule rule) {
      this.graph = graph;
      this.rule = rule;
      this.nodes = SecurityGroups.members(graph, rule.group().get(0));
    }

    Way fromAddresses(String cidr) {
      if (cidr.equals(Judge.NOT_YET_KNOWN)) {
        return from(NOT_TOLD, Answer.UNKNOWN);
      }
      return Addresses.isOutside(cidr)
          ? from(Addresses.isEverything(cidr) ? INTERNET : cidr, Answer.YES)
          : fromInside(cidr);
    }

    Way fromList(String name, List<String> ranges) {
      return from(
          name,
          Answer.any(
              ranges.stream()
                  .map(
                      cidr ->
                          cidr.equals(Judge.NOT_YET_KNOWN)
                              ? Answer.UNKNOWN
                              : Answer.of(Addresses.isOutside(cidr)))));
    }

    Way fromInside(String source) {
      return way(source, Answer.NO, List.of());
    }

    /** From addresses of which {@code outside} says whether they are on the internet. */
    private Way from(String source, Answer outside) {
      if (outside == Answer.NO) {
        return fromInside(source);
      }
      List<ResourceNode> exposed =
          nodes.stream().filter(node -> Exposure.of(graph, node) != Answer.NO).toList();
      Answer reached = Answer.any(exposed.stream().map(node -> Exposure.of(graph, node)));
      return way(
          source, Answer.all(outside, reached), exposed.stream().map(ResourceNode::urn).toList());
    }

    private Way way(String source, Answer fromInternet, List<String> exposed) {
      return new Way(
          rule.group().get(0).name(),
          nodes.stream().map(ResourceNode::name).toList(),
          source,
          rule.ports(),
          fromInternet,
          exposed);
    }
  }
}
