package dev.mainstay.resilience.fleet;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.model.Types;
import dev.mainstay.resilience.network.Topology;
import dev.mainstay.resilience.network.Topology.Placement;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds the servers that stand behind load balancers. */
public final class Fleets {
  private final ResourceGraph graph;
  private final Topology topology;

  private Fleets(ResourceGraph graph, Topology topology) {
    this.graph = graph;
    this.topology = topology;
  }

  public static List<Fleet> in(ResourceGraph graph, Topology topology) {
    var finder = new Fleets(graph, topology);
    return Stream.concat(finder.groups(), finder.singleServers()).toList();
  }

  private Stream<Fleet> groups() {
    return graph.all(Types.GROUP).stream().filter(this::servesRequests).map(this::group);
  }

  private boolean servesRequests(ResourceNode group) {
    return !Topology.texts(group, "targetGroupArns").isEmpty() || !attached(group).isEmpty();
  }

  private List<ResourceNode> attached(ResourceNode group) {
    return graph
        .referring("aws:autoscaling/attachment:Attachment", "autoscalingGroupName", group)
        .stream()
        .flatMap(it -> graph.referenced(it, "lbTargetGroupArn").stream())
        .toList();
  }

  private Fleet group(ResourceNode group) {
    List<ResourceNode> targetGroups =
        Stream.concat(graph.referenced(group, "targetGroupArns").stream(), attached(group).stream())
            .distinct()
            .toList();
    boolean inSubnets = group.input("vpcZoneIdentifiers").isPresent();
    Placement placement =
        inSubnets ? topology.placement(group, "vpcZoneIdentifiers") : Placement.UNKNOWN;
    Set<String> zones =
        inSubnets ? placement.zones() : new TreeSet<>(Topology.texts(group, "availabilityZones"));
    Size size = size(group);
    var mostInZone = new TreeMap<String, Long>();
    zones.forEach(zone -> mostInZone.put(zone, share(size.servers().orElse(0L), zones.size())));
    return new Fleet(
        group,
        true,
        size.servers(),
        size.why(),
        mostInZone,
        inSubnets ? placement.known() : !zones.isEmpty(),
        placement.subnets(),
        targetGroups,
        List.of(group));
  }

  /** A group spreads its servers evenly: none of N zones has more than the Nth part, rounded up. */
  private static long share(long servers, int zones) {
    return -Math.floorDiv(-servers, (long) zones);
  }

  private record Size(Optional<Long> servers, String why) {}

  /** The fewest servers that the group has by itself. */
  private Size size(ResourceNode group) {
    String name = group.name();
    if (group.input("minSize").isEmpty()) {
      return new Size(Optional.empty(), "How many servers %s has is not known".formatted(name));
    }
    var fewest =
        new Size(
            Optional.of(group.number("minSize", 0)),
            "%s has at least %s (minSize)"
                .formatted(name, Fleet.servers(group.number("minSize", 0))));
    List<ResourceNode> schedules = about("aws:autoscaling/schedule:Schedule", group);
    for (ResourceNode schedule : schedules) {
      long min = schedule.number("minSize", -1);
      if (min >= 0 && min < fewest.servers().orElseThrow()) {
        fewest =
            new Size(
                Optional.of(min),
                "%s has as few as %s by schedule %s"
                    .formatted(name, Fleet.servers(min), schedule.name()));
      }
    }
    boolean fixed = schedules.isEmpty() && about("aws:autoscaling/policy:Policy", group).isEmpty();
    long desired = group.number("desiredCapacity", 0);
    return fixed && desired > fewest.servers().orElseThrow()
        ? new Size(
            Optional.of(desired),
            "%s has %s (desiredCapacity)".formatted(name, Fleet.servers(desired)))
        : fewest;
  }

  private List<ResourceNode> about(String type, ResourceNode group) {
    return graph.referring(type, "autoscalingGroupName", group);
  }

  /**
   * Servers made one by one are a fleet if they are in the same target group, where one that
   * listens on several ports is attached as often.
   */
  private Stream<Fleet> singleServers() {
    var members = new LinkedHashMap<ResourceNode, Set<ResourceNode>>();
    for (ResourceNode attachment : Types.attachments(graph)) {
      for (ResourceNode targetGroup : graph.referenced(attachment, "targetGroupArn")) {
        graph.referenced(attachment, "targetId").stream()
            .filter(target -> target.is(Types.EC2_INSTANCE))
            .forEach(
                server ->
                    members.computeIfAbsent(targetGroup, it -> new LinkedHashSet<>()).add(server));
      }
    }
    return members.entrySet().stream()
        .map(entry -> singles(entry.getKey(), List.copyOf(entry.getValue())));
  }

  private Fleet singles(ResourceNode targetGroup, List<ResourceNode> servers) {
    var inZone = new TreeMap<String, Long>();
    servers.forEach(
        server -> topology.zoneOf(server).ifPresent(zone -> inZone.merge(zone, 1L, Long::sum)));
    return new Fleet(
        targetGroup,
        false,
        Optional.of((long) servers.size()),
        "Target group %s has %s, made one by one"
            .formatted(targetGroup.name(), Fleet.servers(servers.size())),
        Map.copyOf(inZone),
        servers.stream().allMatch(server -> topology.zoneOf(server).isPresent()),
        servers.stream()
            .flatMap(server -> graph.referenced(server, "subnetId").stream())
            .distinct()
            .toList(),
        List.of(targetGroup),
        servers);
  }
}
