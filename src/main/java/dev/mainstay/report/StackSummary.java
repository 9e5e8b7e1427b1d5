package dev.mainstay.report;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The few facts by which stacks are compared, read from the graph of each. */
public final class StackSummary {
  private static final String NONE = "none";

  private final ResourceGraph graph;

  private StackSummary(ResourceGraph graph) {
    this.graph = graph;
  }

  public static Map<String, String> of(PlannedStack stack) {
    var summary = new StackSummary(stack.graph());
    var facts = new LinkedHashMap<String, String>();
    facts.put("Region", stack.region());
    facts.put("Zones", summary.zones());
    facts.put("NAT", summary.nat());
    facts.put("Web servers", summary.webServers());
    facts.put("Database", summary.database());
    facts.put("  zones", summary.databaseZones());
    facts.put("  storage", summary.databaseStorage());
    facts.put("Cache", summary.cache());
    facts.put("  nodes", summary.cacheNodes());
    facts.put("TLS", summary.tls());
    facts.put("Resources", Long.toString(summary.resources()));
    facts.put("Waivers", Integer.toString(stack.relaxations().size()));
    Findings findings = stack.findings();
    facts.put("SLA threshold", findings.resilience().availability().text());
    facts.put("Monthly cost", findings.cost().total().text() + " USD");
    facts.put("Not included", findings.cost().total().missing());
    return facts;
  }

  public static long resources(ResourceGraph graph) {
    return graph.resources().stream().filter(ResourceNode::custom).count();
  }

  private long resources() {
    return resources(graph);
  }

  private String zones() {
    return graph.all("aws:ec2/subnet:Subnet").stream()
        .map(subnet -> subnet.text("availabilityZone", ""))
        .distinct()
        .map(zone -> zone.substring(Math.max(0, zone.length() - 1)))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private String nat() {
    int gateways = graph.all("aws:ec2/natGateway:NatGateway").size();
    if (gateways > 0) {
      return gateways == 1 ? "1 gateway" : gateways + " gateways";
    }
    return graph.all("aws:ec2/networkInterface:NetworkInterface").isEmpty() ? NONE : "1 instance";
  }

  private String webServers() {
    return fleet()
        .map(
            group ->
                "%d to %d x %s"
                    .formatted(
                        group.number("minSize", 0),
                        group.number("maxSize", 0),
                        graph.referenced(group, "launchTemplate").stream()
                            .map(template -> template.text("instanceType", "?"))
                            .findFirst()
                            .orElse("?")))
        .orElse(NONE);
  }

  /** The group behind the load balancer. */
  private java.util.Optional<ResourceNode> fleet() {
    return graph.all("aws:autoscaling/group:Group").stream()
        .filter(group -> group.input("targetGroupArns").isPresent())
        .findFirst();
  }

  private java.util.Optional<ResourceNode> instance() {
    return graph.all("aws:rds/instance:Instance").stream()
        .filter(instance -> instance.input("replicateSourceDb").isEmpty())
        .findFirst();
  }

  private String database() {
    return instance()
        .map(
            it ->
                "PostgreSQL %s, %s"
                    .formatted(it.text("engineVersion", "?"), it.text("instanceClass", "?")))
        .orElse(NONE);
  }

  private String databaseZones() {
    return instance().map(it -> it.isTrue("multiAz") ? "Multi-AZ" : "Single-AZ").orElse(NONE);
  }

  private String databaseStorage() {
    return instance()
        .map(
            it ->
                "%d GiB %s".formatted(it.number("allocatedStorage", 0), it.text("storageType", ""))
                    + it.input("maxAllocatedStorage").map(max -> ", up to " + max).orElse(""))
        .orElse(NONE);
  }

  private String cache() {
    return graph
        .first("aws:elasticache/replicationGroup:ReplicationGroup")
        .map(
            it ->
                "%s %s, %s"
                    .formatted(
                        it.text("engine", "?"),
                        it.text("engineVersion", ""),
                        it.text("nodeType", "?")))
        .orElse(NONE);
  }

  private String cacheNodes() {
    return graph
        .first("aws:elasticache/replicationGroup:ReplicationGroup")
        .map(
            it ->
                it.number("numCacheClusters", 1)
                    + (it.isTrue("automaticFailoverEnabled") ? ", Multi-AZ" : ", no failover"))
        .orElse(NONE);
  }

  private String tls() {
    List<String> policies =
        graph.all("aws:lb/listener:Listener").stream()
            .flatMap(listener -> listener.input("sslPolicy").stream())
            .map(Object::toString)
            .toList();
    return policies.isEmpty()
        ? "HTTP only"
        : String.join(", ", policies).replace("ELBSecurityPolicy-", "");
  }
}
