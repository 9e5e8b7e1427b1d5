package dev.mainstay.resilience.network;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.model.Types;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The rules of all security groups, however they are written. */
public final class SecurityRules {
  private static final String INGRESS_RULE =
      "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
  private static final String EGRESS_RULE =
      "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
  private static final String EITHER_RULE = "aws:ec2/securityGroupRule:SecurityGroupRule";
  private static final List<String> PEER_GROUPS =
      List.of("referencedSecurityGroupId", "sourceSecurityGroupId", "securityGroups");

  /** Whether traffic gets through, from best to worst. */
  public enum Passage {
    OPEN,
    UNKNOWN,
    CUT
  }

  /**
   * @param node what the rule is written in
   * @param path where in it, with a dot at the end; empty for a resource of its own
   * @param group urn of the group that has the rule
   */
  private record Written(ResourceNode node, String path, String group, boolean ingress) {}

  private final ResourceGraph graph;
  private final List<Written> rules = new ArrayList<>();

  public SecurityRules(ResourceGraph graph) {
    this.graph = graph;
    standalone(INGRESS_RULE, node -> true);
    standalone(EGRESS_RULE, node -> false);
    standalone(EITHER_RULE, node -> node.text("type", "").equals("ingress"));
    for (ResourceNode group : graph.all(Types.SECURITY_GROUP)) {
      inline(group, "ingress");
      inline(group, "egress");
    }
  }

  private void standalone(String type, Predicate<ResourceNode> ingress) {
    for (ResourceNode node : graph.all(type)) {
      for (String group : node.referencesAt("securityGroupId")) {
        rules.add(new Written(node, "", group, ingress.test(node)));
      }
    }
  }

  private void inline(ResourceNode group, String direction) {
    for (String path : Topology.elements(group, direction)) {
      rules.add(new Written(group, path, group.urn(), direction.equals("ingress")));
    }
  }

  /** Whether anybody at all may come in on {@code port}. */
  public Passage fromAnybody(List<ResourceNode> groups, long port) {
    boolean open =
        rules.stream()
            .anyMatch(rule -> rule.ingress() && has(groups, rule.group()) && covers(rule, port));
    return open ? Passage.OPEN : Passage.CUT;
  }

  /** Whether {@code from} may speak to {@code to} on a TCP port. */
  public Passage between(
      List<ResourceNode> from,
      List<ResourceNode> fromSubnets,
      List<ResourceNode> to,
      List<ResourceNode> toSubnets,
      long port) {
    return Collections.max(
        List.of(
            passage(false, from, to, toSubnets, port), passage(true, to, from, fromSubnets, port)));
  }

  private Passage passage(
      boolean ingress,
      List<ResourceNode> owners,
      List<ResourceNode> peers,
      List<ResourceNode> peerSubnets,
      long port) {
    return best(
        rules.stream()
            .filter(rule -> rule.ingress() == ingress && has(owners, rule.group()))
            .filter(rule -> covers(rule, port))
            .map(rule -> admits(rule, peers, peerSubnets))
            .toList());
  }

  private static boolean has(List<ResourceNode> groups, String urn) {
    return groups.stream().anyMatch(group -> group.urn().equals(urn));
  }

  private static boolean covers(Written rule, long port) {
    String protocol =
        rule.node()
            .input(rule.path() + "ipProtocol")
            .or(() -> rule.node().input(rule.path() + "protocol"))
            .map(Object::toString)
            .orElse("");
    return switch (protocol) {
      case "-1", "all" -> true;
      case "tcp", "6" ->
          rule.node().number(rule.path() + "fromPort", Long.MAX_VALUE) <= port
              && port <= rule.node().number(rule.path() + "toPort", Long.MIN_VALUE);
      default -> false;
    };
  }

  /** An inline rule may name peers of all kinds; each of them gets through. */
  private static Passage admits(
      Written rule, List<ResourceNode> peers, List<ResourceNode> subnets) {
    ResourceNode node = rule.node();
    var passages = new ArrayList<Passage>();
    if (node.isTrue(rule.path() + "self") && has(peers, rule.group())) {
      passages.add(Passage.OPEN);
    }
    for (String property : PEER_GROUPS) {
      List<String> named = node.referencesAt(rule.path() + property);
      if (named.stream().anyMatch(urn -> has(peers, urn))) {
        passages.add(Passage.OPEN);
      }
      if (Topology.texts(node, rule.path() + property).size() > named.size()) {
        passages.add(Passage.UNKNOWN);
      }
    }
    for (String property : List.of("prefixListId", "prefixListIds")) {
      Topology.texts(node, rule.path() + property).forEach(list -> passages.add(Passage.UNKNOWN));
    }
    for (String property : List.of("cidrIpv4", "cidrBlocks")) {
      Topology.texts(node, rule.path() + property)
          .forEach(range -> passages.add(holds(range, subnets)));
    }
    return best(passages);
  }

  private static Passage best(List<Passage> passages) {
    return passages.stream().min(Passage::compareTo).orElse(Passage.CUT);
  }

  /** Whether a range of addresses holds all that the peers may have. */
  private static Passage holds(String range, List<ResourceNode> subnets) {
    IPAddress allowed = new IPAddressString(range).getAddress();
    if (allowed == null) {
      return Passage.UNKNOWN;
    }
    if (allowed.isPrefixed() && allowed.getNetworkPrefixLength() == 0) {
      return Passage.OPEN;
    }
    List<Optional<IPAddress>> addresses =
        subnets.stream()
            .map(subnet -> subnet.input("cidrBlock"))
            .map(block -> block.map(it -> new IPAddressString(it.toString()).getAddress()))
            .toList();
    if (addresses.isEmpty() || addresses.stream().anyMatch(Optional::isEmpty)) {
      return Passage.UNKNOWN;
    }
    return addresses.stream().flatMap(Optional::stream).allMatch(allowed::contains)
        ? Passage.OPEN
        : Passage.CUT;
  }
}
