package dev.mainstay.resilience.network;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The network ACLs of subnets. They are stateless: the answer to a request needs rules of its own.
 */
final class NetworkAcls {
  private static final String ACL = "aws:ec2/networkAcl:NetworkAcl";
  private static final String DEFAULT_ACL = "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl";
  private static final String RULE = "aws:ec2/networkAclRule:NetworkAclRule";
  private static final String ASSOCIATION = "aws:ec2/networkAclAssociation:NetworkAclAssociation";

  /** Ports from the first to the last. */
  record Ports(long first, long last) {
    static Ports of(long port) {
      return new Ports(port, port);
    }
  }

  private record AclRule(
      long number, boolean allows, IPAddress range, boolean anyPort, long from, long to) {
    boolean covers(long port) {
      return anyPort || (from <= port && port <= to);
    }
  }

  private final ResourceGraph graph;

  NetworkAcls(ResourceGraph graph) {
    this.graph = graph;
  }

  /** The ACL that guards a subnet; empty for the one that AWS makes, which lets all pass. */
  Optional<ResourceNode> of(ResourceNode subnet) {
    Optional<ResourceNode> associated =
        graph.referring(ASSOCIATION, "subnetId", subnet).stream()
            .flatMap(it -> graph.referenced(it, "networkAclId").stream())
            .findFirst();
    Optional<ResourceNode> listed =
        Stream.of(ACL, DEFAULT_ACL)
            .flatMap(type -> graph.referring(type, "subnetIds", subnet).stream())
            .findFirst();
    return associated
        .or(() -> listed)
        .or(
            () ->
                graph.all(DEFAULT_ACL).stream()
                    .filter(acl -> sharesVpc(acl, "defaultNetworkAclId", subnet))
                    .findFirst());
  }

  private static boolean sharesVpc(ResourceNode acl, String path, ResourceNode subnet) {
    return acl.referencesAt(path).stream().anyMatch(subnet.referencesAt("vpcId")::contains);
  }

  /**
   * Whether an ACL lets TCP packets pass.
   *
   * @param peers the addresses at the other end; all of them count
   * @param ports the ports at the receiving end; all of them count
   */
  Passage passes(ResourceNode acl, boolean egress, IPAddress peers, Ports ports) {
    List<AclRule> rules = rules(acl, egress);
    return Passage.over(
        samples(rules, ports).stream().map(port -> decision(rules, peers, port)).toList());
  }

  /** Whether an ACL lets packets from, or to, some client on the internet pass. */
  Passage passesClients(ResourceNode acl, boolean egress, Ports ports) {
    List<AclRule> rules = rules(acl, egress);
    return Passage.over(
        samples(rules, ports).stream().map(port -> someClient(rules, port)).toList());
  }

  /** One port of each range that the rules treat alike. */
  private static Set<Long> samples(List<AclRule> rules, Ports ports) {
    var samples = new TreeSet<Long>(List.of(ports.first(), ports.last()));
    for (AclRule rule : rules) {
      Stream.of(rule.from() - 1, rule.from(), rule.to(), rule.to() + 1)
          .filter(port -> ports.first() <= port && port <= ports.last())
          .forEach(samples::add);
    }
    return samples;
  }

  /** The first rule that holds an address decides; what no rule holds is denied. */
  private static Passage decision(List<AclRule> rules, IPAddress peers, long port) {
    var parts = EnumSet.noneOf(Passage.class);
    for (AclRule rule : rules) {
      Passage passage = rule.allows() ? Passage.OPEN : Passage.CUT;
      if (rule.covers(port) && rule.range().contains(peers)) {
        parts.add(passage);
        return Passage.over(parts);
      }
      if (rule.covers(port) && peers.contains(rule.range())) {
        parts.add(passage);
      }
    }
    parts.add(Passage.CUT);
    return Passage.over(parts);
  }

  private static Passage someClient(List<AclRule> rules, long port) {
    for (AclRule rule : rules) {
      boolean everybody = rule.range().getNetworkPrefixLength() == 0;
      if (rule.covers(port) && rule.allows() && PublicAddresses.in(rule.range())) {
        return Passage.OPEN;
      }
      if (rule.covers(port) && !rule.allows() && everybody) {
        return Passage.CUT;
      }
    }
    return Passage.CUT;
  }

  private List<AclRule> rules(ResourceNode acl, boolean egress) {
    var rules = new ArrayList<AclRule>();
    for (String path : Topology.elements(acl, egress ? "egress" : "ingress")) {
      rule(acl, path, "ruleNo", "action").ifPresent(rules::add);
    }
    // Rules of the default ACL name the one that the VPC came with.
    List<String> owners =
        Stream.concat(Stream.of(acl.urn()), acl.referencesAt("defaultNetworkAclId").stream())
            .toList();
    for (ResourceNode node : graph.all(RULE)) {
      if (node.isTrue("egress") == egress
          && node.referencesAt("networkAclId").stream().anyMatch(owners::contains)) {
        rule(node, "", "ruleNumber", "ruleAction").ifPresent(rules::add);
      }
    }
    return rules.stream().sorted(Comparator.comparing(AclRule::number)).toList();
  }

  private static Optional<AclRule> rule(
      ResourceNode node, String path, String number, String action) {
    String protocol = node.text(path + "protocol", "");
    boolean any = protocol.equals("-1") || protocol.equals("all");
    IPAddress range = new IPAddressString(node.text(path + "cidrBlock", "")).getAddress();
    if (range == null || !(any || protocol.equals("tcp") || protocol.equals("6"))) {
      return Optional.empty();
    }
    return Optional.of(
        new AclRule(
            node.number(path + number, 0),
            node.text(path + action, "").equals("allow"),
            range.toPrefixBlock(),
            any,
            node.number(path + "fromPort", 0),
            node.number(path + "toPort", 0)));
  }
}
