package dev.mainstay.resilience;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.fleet.Fleet;
import dev.mainstay.resilience.model.Outcome;
import dev.mainstay.resilience.path.EntryPoint;
import dev.mainstay.resilience.store.Agreement;
import dev.mainstay.resilience.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which service level agreements a request depends on. */
final class Agreements {
  private static final String DISTRIBUTION = "aws:cloudfront/distribution:Distribution";

  private final ResourceGraph graph;
  private final List<EntryPoint> entries;
  private final AgreementProduct product = new AgreementProduct();

  private Agreements(ResourceGraph graph, List<EntryPoint> entries) {
    this.graph = graph;
    this.entries = entries;
  }

  /** Withheld unless requests get through and every part of their path is judged. */
  static Availability of(
      ResourceGraph graph,
      List<EntryPoint> entries,
      List<Fleet> fleets,
      List<Store> stores,
      List<ResourceNode> unjudged,
      Outcome normal) {
    var agreements = new Agreements(graph, entries);
    agreements.names();
    agreements.distributions();
    entries.forEach(agreements::balancer);
    parallel(fleets).forEach(agreements::servers);
    stores.forEach(agreements::store);
    for (ResourceNode node : unjudged) {
      agreements.product.omit(name(node), node.type(), "it is not judged");
    }
    return agreements.product.total(
        switch (normal) {
          case DOWN -> "withheld: normal operation is down";
          case UNKNOWN -> "withheld: normal operation is not known";
          case SURVIVES, DEGRADED -> "";
        });
  }

  private void names() {
    if (!graph.all("aws:route53/record:Record").isEmpty()) {
      product.count("DNS records", "Route 53", "route53", "any");
    }
  }

  /** A distribution is in front of the service if a load balancer of the stack is its origin. */
  private void distributions() {
    for (ResourceNode distribution : graph.all(DISTRIBUTION)) {
      List<String> origins = distribution.referencesAt("origins");
      if (entries.stream().anyMatch(entry -> origins.contains(entry.node().urn()))) {
        product.count(name(distribution), "CloudFront", "cloudFront", "any");
        firewall(distribution, distribution.input("webAclId").isPresent());
      } else {
        product.omit(name(distribution), "CloudFront", "its origin is not in this stack");
      }
    }
  }

  private void balancer(EntryPoint entry) {
    boolean many = entry.spansZones();
    product.count(
        name(entry.node()),
        many ? "load balancer in several zones" : "load balancer, not known to be in several zones",
        "elb",
        many ? "multiZone" : "singleZone");
    firewall(
        entry.node(),
        Stream.of(
                "aws:wafv2/webAclAssociation:WebAclAssociation",
                "aws:wafregional/webAclAssociation:WebAclAssociation")
            .anyMatch(type -> !graph.referring(type, "resourceArn", entry.node()).isEmpty()));
  }

  /** A web ACL decides on each request before it is passed on. */
  private void firewall(ResourceNode guarded, boolean present) {
    if (present) {
      product.count(name(guarded), "AWS WAF", "waf", "any");
    }
  }

  /** Fleets that share a target group stand in for one another; the others are needed each. */
  private static List<List<Fleet>> parallel(List<Fleet> fleets) {
    var groups = new ArrayList<List<Fleet>>();
    for (Fleet fleet : fleets) {
      groups.stream()
          .filter(group -> group.stream().anyMatch(other -> shares(fleet, other)))
          .findFirst()
          .orElseGet(
              () -> {
                groups.add(new ArrayList<>());
                return groups.get(groups.size() - 1);
              })
          .add(fleet);
    }
    return groups;
  }

  private static boolean shares(Fleet one, Fleet other) {
    return one.targetGroups().stream().anyMatch(other.targetGroups()::contains);
  }

  private void servers(List<Fleet> fleets) {
    boolean many = fleets.stream().anyMatch(Fleet::spansZones) || zones(fleets).size() > 1;
    product.count(
        fleets.stream().map(fleet -> name(fleet.node())).collect(Collectors.joining(", ")),
        many ? "EC2 in several zones" : "EC2, not known to run in several zones",
        "ec2",
        many ? "multiZone" : "instance");
  }

  /** The zones that are certain, of fleets that have a server in each of their zones. */
  private static Set<String> zones(List<Fleet> fleets) {
    var zones = new TreeSet<String>();
    fleets.stream()
        .filter(fleet -> fleet.zonesKnown() && fleet.servers().orElse(0L) > 0)
        .filter(fleet -> fleet.mostInZone().size() == 1)
        .forEach(fleet -> zones.addAll(fleet.mostInZone().keySet()));
    return zones;
  }

  private void store(Store store) {
    for (Agreement agreement : store.agreement().stream().toList()) {
      product.count(
          name(store.node()), agreement.what(), agreement.service(), agreement.configuration());
    }
    store.parts().stream()
        .filter(part -> part.is("aws:rds/proxy:Proxy"))
        .forEach(proxy -> product.omit(name(proxy), "RDS Proxy", "no agreement is on record"));
  }

  private static String name(ResourceNode node) {
    return "`%s`".formatted(node.name());
  }
}
