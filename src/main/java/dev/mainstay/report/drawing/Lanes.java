package dev.mainstay.report.drawing;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.fleet.Fleet;
import dev.mainstay.resilience.fleet.Fleets;
import dev.mainstay.resilience.network.Topology;
import dev.mainstay.resilience.network.Topology.Placement;
import dev.mainstay.resilience.network.Topology.WayOut;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is drawn of a stack: the parts that requests pass, tier by tier, from the top down. */
final class Lanes {
  private final ResourceGraph graph;
  private final Topology topology;
  private final List<String> zones;

  Lanes(ResourceGraph graph, Topology topology) {
    this.graph = graph;
    this.topology = topology;
    this.zones = List.copyOf(topology.zones());
  }

  List<Lane> all() {
    return Stream.of(nats(), loadBalancers(), fleets(), databases(), caches())
        .flatMap(List::stream)
        .toList();
  }

  private List<Lane> nats() {
    List<Part> parts = natNodes().stream().map(this::nat).toList();
    if (parts.isEmpty()) {
      return List.of();
    }
    return List.of(new Lane(Tier.PUBLIC, parts));
  }

  /** NAT gateways, and whatever else the routes of subnets lead through. */
  private List<ResourceNode> natNodes() {
    var found = new LinkedHashSet<>(graph.all("aws:ec2/natGateway:NatGateway"));
    graph.all("aws:ec2/subnet:Subnet").stream()
        .map(topology::wayOut)
        .filter(way -> way.kind() == WayOut.Kind.NAT)
        .map(WayOut::via)
        .forEach(found::add);
    return List.copyOf(found);
  }

  private Part nat(ResourceNode node) {
    boolean gateway = node.is("aws:ec2/natGateway:NatGateway");
    return Part.of(
        Part.Kind.NAT,
        node,
        (gateway ? "NAT gateway " : "NAT instance ") + node.name(),
        "egress of private subnets",
        topology.zoneOf(node).map(List::of).orElse(zones));
  }

  private List<Lane> loadBalancers() {
    return Stream.of("aws:lb/loadBalancer:LoadBalancer", "aws:alb/loadBalancer:LoadBalancer")
        .flatMap(type -> graph.all(type).stream())
        .map(this::loadBalancer)
        .toList();
  }

  private Lane loadBalancer(ResourceNode node) {
    Placement placement =
        topology.placement(
            node, node.input("subnetMappings").isPresent() ? "subnetMappings" : "subnets");
    String ports =
        Stream.of("aws:lb/listener:Listener", "aws:alb/listener:Listener")
            .flatMap(type -> graph.referring(type, "loadBalancerArn", node).stream())
            .map(it -> it.text("protocol", "") + " " + it.text("port", ""))
            .sorted()
            .collect(Collectors.joining(", "));
    var part =
        Part.of(
            Part.Kind.LOAD_BALANCER,
            node,
            "Load balancer " + node.name(),
            ports,
            zonesOf(placement));
    return new Lane(tier(placement.subnets(), Tier.PUBLIC), List.of(part));
  }

  private List<Lane> fleets() {
    return Fleets.in(graph, topology).stream().map(this::fleet).toList();
  }

  private Lane fleet(Fleet fleet) {
    List<String> where =
        fleet.mostInZone().isEmpty() ? zones : List.copyOf(fleet.mostInZone().keySet());
    int servers = Math.toIntExact(fleet.servers().orElse(0L));
    String type =
        graph.referenced(fleet.node(), "launchTemplate").stream()
            .map(template -> template.text("instanceType", ""))
            .findFirst()
            .orElse("");
    String title = "Servers " + fleet.name();
    var parts = new ArrayList<Part>();
    if (servers < where.size() || where.isEmpty()) {
      String detail = servers == 0 ? "number not known" : counted(servers, type);
      parts.add(
          Part.of(Part.Kind.SERVERS, fleet.node(), title, detail, where)
              .inOneOf()
              .units(servers)
              .asPrimary());
    } else {
      for (int index = 0; index < where.size(); index++) {
        int here = share(servers, where.size(), index);
        Part part =
            Part.of(
                    Part.Kind.SERVERS,
                    fleet.node(),
                    title,
                    counted(here, type),
                    List.of(where.get(index)))
                .units(here);
        parts.add(index == 0 ? part.asPrimary() : part);
      }
    }
    return new Lane(tier(fleet.subnets(), Tier.PRIVATE), List.copyOf(parts));
  }

  private List<Lane> databases() {
    return graph.all("aws:rds/instance:Instance").stream().map(this::database).toList();
  }

  private Lane database(ResourceNode node) {
    Placement placement = placedBy(node, "dbSubnetGroupName");
    List<String> where =
        node.input("availabilityZone")
            .map(zone -> List.of(zone.toString()))
            .orElse(zonesOf(placement));
    String detail =
        Stream.of(
                "PostgreSQL " + node.text("engineVersion", ""),
                node.text("instanceClass", ""),
                node.isTrue("multiAz")
                    ? ""
                    : node.input("allocatedStorage").map(gib -> gib + " GiB").orElse(""))
            .filter(text -> !text.isBlank())
            .collect(Collectors.joining(" · "));
    if (!node.text("engine", "postgres").equals("postgres")) {
      detail = detail.replace("PostgreSQL", node.text("engine", ""));
    }
    boolean replica = node.input("replicateSourceDb").isPresent();
    var parts = new ArrayList<Part>();
    if (node.isTrue("multiAz") && where.size() > 1) {
      String name = node.name();
      parts.add(part(node, "Primary: " + name, detail, where.get(0)).asPrimary());
      parts.add(part(node, "Standby: " + name, "every committed write", where.get(1)));
    } else {
      String title = (replica ? "Read replica: " : "Database: ") + node.name();
      Part part = Part.of(Part.Kind.DATABASE, node, title, detail, where).inOneOf();
      parts.add(replica ? part : part.asPrimary());
    }
    return new Lane(tier(placement.subnets(), Tier.DATA), List.copyOf(parts));
  }

  private static Part part(ResourceNode node, String title, String detail, String zone) {
    return Part.of(Part.Kind.DATABASE, node, title, detail, List.of(zone));
  }

  private List<Lane> caches() {
    return graph.all("aws:elasticache/replicationGroup:ReplicationGroup").stream()
        .map(this::cache)
        .toList();
  }

  private Lane cache(ResourceNode node) {
    Placement placement = placedBy(node, "subnetGroupName");
    List<String> where = zonesOf(placement);
    int nodes =
        Math.toIntExact(
            node.input("replicasPerNodeGroup").isPresent()
                ? 1 + node.number("replicasPerNodeGroup", 0)
                : node.number("numCacheClusters", 1));
    String detail =
        "%s %s · %s"
            .formatted(
                node.text("engine", "cache"),
                node.text("engineVersion", ""),
                node.text("nodeType", ""));
    var parts = new ArrayList<Part>();
    if (nodes == 1 || where.size() < 2 || !node.isTrue("multiAzEnabled")) {
      String count = nodes == 1 ? "" : nodes + " nodes · ";
      parts.add(
          Part.of(Part.Kind.CACHE, node, "Cache " + node.name(), count + detail, where)
              .inOneOf()
              .asPrimary());
    } else {
      for (int index = 0; index < Math.min(nodes, where.size()); index++) {
        int here = share(nodes, where.size(), index);
        String title = (index == 0 ? "Primary: " : "Replica: ") + node.name();
        String more = here > 1 ? here + " nodes · " : "";
        var part = Part.of(Part.Kind.CACHE, node, title, more + detail, List.of(where.get(index)));
        parts.add(index == 0 ? part.asPrimary() : part);
      }
    }
    return new Lane(tier(placement.subnets(), Tier.DATA), List.copyOf(parts));
  }

  private Placement placedBy(ResourceNode node, String subnetGroup) {
    return graph.referenced(node, subnetGroup).stream()
        .findFirst()
        .map(group -> topology.placement(group, "subnetIds"))
        .orElseGet(() -> topology.placement(node, "subnetIds"));
  }

  private List<String> zonesOf(Placement placement) {
    return placement.zones().isEmpty() ? zones : List.copyOf(placement.zones());
  }

  private Tier tier(List<ResourceNode> subnets, Tier otherwise) {
    return subnets.stream()
        .findFirst()
        .map(subnet -> Tier.of(topology.wayOut(subnet).kind(), otherwise))
        .orElse(otherwise);
  }

  private static String counted(int servers, String type) {
    return type.isEmpty() ? Integer.toString(servers) : servers + " × " + type;
  }

  /** How many of {@code all} are in the place {@code index} of {@code places}. */
  private static int share(int all, int places, int index) {
    return all / places + (index < all % places ? 1 : 0);
  }
}
