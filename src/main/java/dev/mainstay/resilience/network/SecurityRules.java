package dev.mainstay.resilience.network;

import static dev.mainstay.resilience.network.Topology.texts;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.model.Types;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rules of all security groups, however they are written. */
final class SecurityRules {
  private static final String INGRESS_RULE =
      "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
  private static final String EGRESS_RULE =
      "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
  private static final String EITHER_RULE = "aws:ec2/securityGroupRule:SecurityGroupRule";
  private static final List<String> PEER_GROUPS =
      List.of("referencedSecurityGroupId", "sourceSecurityGroupId", "securityGroups");

  /**
   * @param node what the rule is written in
   * @param path where in it, with a dot at the end; empty for a resource of its own
   * @param group urn of the group that has the rule
   */
  private record Written(ResourceNode node, String path, String group, boolean ingress) {}

  private static final List<String> RANGES =
      List.of("cidrIpv4", "cidrBlocks", "cidrIpv6", "ipv6CidrBlocks");
  private static final List<String> PREFIX_LISTS = List.of("prefixListId", "prefixListIds");

  private final ResourceGraph graph;
  private final PrefixLists prefixLists;

  /** By the urn of their group. */
  private final Map<String, List<Written>> rules = new HashMap<>();

  SecurityRules(ResourceGraph graph) {
    this.graph = graph;
    this.prefixLists = new PrefixLists(graph);
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
        add(new Written(node, "", group, ingress.test(node)));
      }
    }
  }

  private void inline(ResourceNode group, String direction) {
    for (String path : Topology.elements(group, direction)) {
      add(new Written(group, path, group.urn(), direction.equals("ingress")));
    }
  }

  private void add(Written rule) {
    rules.computeIfAbsent(rule.group(), any -> new ArrayList<>()).add(rule);
  }

  private Stream<Written> of(List<ResourceNode> groups) {
    return groups.stream()
        .map(ResourceNode::urn)
        .distinct()
        .flatMap(urn -> rules.getOrDefault(urn, List.of()).stream());
  }

  /** What an ingress rule lets in. */
  record Source(Kind kind, String value) {
    enum Kind {
      RANGE,
      GROUP,
      /** A prefix list that is not in the graph. */
      PREFIX_LIST
    }
  }

  /** Whether members of {@code groups} may reach any address on the internet. */
  Passage toInternet(List<ResourceNode> groups, long port) {
    return Passage.any(
        of(groups)
            .filter(rule -> !rule.ingress() && covers(rule, port))
            .flatMap(this::sources)
            .map(
                source -> {
                  IPAddress range = new IPAddressString(source.value()).getAddress();
                  return switch (source.kind()) {
                    case GROUP -> Passage.CUT;
                    case PREFIX_LIST -> Passage.UNKNOWN;
                    case RANGE ->
                        range == null
                            ? Passage.UNKNOWN
                            : PublicAddresses.in(range) ? Passage.OPEN : Passage.CUT;
                  };
                })
            .toList());
  }

  /** Everything that may reach members of {@code groups} on a TCP port. */
  List<Source> sources(List<ResourceNode> groups, long port) {
    return of(groups)
        .filter(rule -> rule.ingress() && covers(rule, port))
        .flatMap(this::sources)
        .toList();
  }

  private Stream<Source> sources(Written rule) {
    ResourceNode node = rule.node();
    var sources = new ArrayList<Source>();
    if (node.isTrue(rule.path() + "self")) {
      sources.add(new Source(Source.Kind.GROUP, rule.group()));
    }
    for (String property : PEER_GROUPS) {
      texts(node, rule.path() + property)
          .forEach(group -> sources.add(new Source(Source.Kind.GROUP, group)));
    }
    for (String property : RANGES) {
      texts(node, rule.path() + property)
          .forEach(range -> sources.add(new Source(Source.Kind.RANGE, range)));
    }
    for (String property : PREFIX_LISTS) {
      for (String list : texts(node, rule.path() + property)) {
        prefixLists
            .ranges(node, rule.path() + property)
            .ifPresentOrElse(
                ranges ->
                    ranges.forEach(range -> sources.add(new Source(Source.Kind.RANGE, range))),
                () -> sources.add(new Source(Source.Kind.PREFIX_LIST, list)));
      }
    }
    return sources.stream();
  }

  /** Whether {@code from} may speak to {@code to} on a TCP port. */
  Passage between(Endpoint from, Endpoint to, long port) {
    return egress(from, to, port).and(ingress(from, to, port));
  }

  private Passage egress(Endpoint from, Endpoint to, long port) {
    return passage(false, from.groups(), to.groups(), to.subnets(), port);
  }

  /** Whether {@code to} lets {@code from} in, which may be in no group at all. */
  Passage ingress(Endpoint from, Endpoint to, long port) {
    return passage(true, to.groups(), from.groups(), from.subnets(), port);
  }

  /** Each subnet that the peers may be in counts, since ranges may hold some of them only. */
  private Passage passage(
      boolean ingress,
      List<ResourceNode> owners,
      List<ResourceNode> peers,
      List<ResourceNode> peerSubnets,
      long port) {
    List<Written> covering =
        of(owners)
            .filter(rule -> rule.ingress() == ingress)
            .filter(rule -> covers(rule, port))
            .toList();
    List<Optional<IPAddress>> places =
        peerSubnets.isEmpty()
            ? List.of(Optional.empty())
            : peerSubnets.stream().map(SecurityRules::addresses).toList();
    return Passage.over(
        places.stream()
            .map(
                place ->
                    Passage.any(covering.stream().map(rule -> admits(rule, peers, place)).toList()))
            .toList());
  }

  static Optional<IPAddress> addresses(ResourceNode subnet) {
    return subnet
        .input("cidrBlock")
        .map(it -> new IPAddressString(it.toString()).getAddress())
        .map(IPAddress::toPrefixBlock);
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

  /** An inline rule may name peers of all kinds; each of them passes. */
  private Passage admits(Written rule, List<ResourceNode> peers, Optional<IPAddress> place) {
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
      if (texts(node, rule.path() + property).size() > named.size()) {
        passages.add(Passage.UNKNOWN);
      }
    }
    for (String property : PREFIX_LISTS) {
      if (!texts(node, rule.path() + property).isEmpty()) {
        prefixLists
            .ranges(node, rule.path() + property)
            .ifPresentOrElse(
                known -> known.forEach(range -> passages.add(holds(range, place))),
                () -> passages.add(Passage.UNKNOWN));
      }
    }
    for (String property : List.of("cidrIpv4", "cidrBlocks")) {
      texts(node, rule.path() + property).forEach(range -> passages.add(holds(range, place)));
    }
    return Passage.any(passages);
  }

  /** Whether a range of addresses holds all that the peers may have. */
  private static Passage holds(String range, Optional<IPAddress> place) {
    IPAddress allowed = new IPAddressString(range).getAddress();
    if (allowed == null) {
      return Passage.UNKNOWN;
    }
    if (allowed.isPrefixed() && allowed.getNetworkPrefixLength() == 0) {
      return Passage.OPEN;
    }
    if (place.isEmpty()) {
      return Passage.UNKNOWN;
    }
    if (allowed.toPrefixBlock().contains(place.get())) {
      return Passage.OPEN;
    }
    return place.get().contains(allowed) ? Passage.UNKNOWN : Passage.CUT;
  }
}
