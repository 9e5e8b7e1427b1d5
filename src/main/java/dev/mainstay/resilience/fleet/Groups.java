package dev.mainstay.resilience.fleet;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.model.Types;
import dev.mainstay.resilience.network.Endpoint;
import dev.mainstay.resilience.network.Topology;
import dev.mainstay.resilience.network.Topology.Placement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Auto Scaling groups behind load balancers. */
final class Groups {
  private final ResourceGraph graph;
  private final Topology topology;

  Groups(ResourceGraph graph, Topology topology) {
    this.graph = graph;
    this.topology = topology;
  }

  Map<Pool, List<ResourceNode>> pools() {
    var pools = new LinkedHashMap<Pool, List<ResourceNode>>();
    for (ResourceNode group : graph.all(Types.GROUP)) {
      List<ResourceNode> attachments = attachments(group);
      List<ResourceNode> targetGroups =
          Stream.concat(
                  Stream.of("targetGroupArns", "trafficSources")
                      .flatMap(path -> Fleets.targetGroups(graph, group, path).stream()),
                  attachments.stream()
                      .flatMap(
                          it ->
                              Stream.of("lbTargetGroupArn", "trafficSource")
                                  .flatMap(path -> Fleets.targetGroups(graph, it, path).stream())))
              .distinct()
              .toList();
      boolean serves =
          !Topology.texts(group, "targetGroupArns").isEmpty()
              || group.input("trafficSources").isPresent()
              || !attachments.isEmpty();
      if (serves) {
        pools.put(pool(group), targetGroups);
      }
    }
    return pools;
  }

  private List<ResourceNode> attachments(ResourceNode group) {
    return Stream.of(
            "aws:autoscaling/attachment:Attachment",
            "aws:autoscaling/trafficSourceAttachment:TrafficSourceAttachment")
        .flatMap(type -> graph.referring(type, "autoscalingGroupName", group).stream())
        .filter(it -> it.input("elb").isEmpty())
        .toList();
  }

  private Pool pool(ResourceNode group) {
    boolean inSubnets = group.input("vpcZoneIdentifiers").isPresent();
    Placement placement =
        inSubnets ? topology.placement(group, "vpcZoneIdentifiers") : Placement.UNKNOWN;
    Set<String> zones =
        inSubnets ? placement.zones() : new TreeSet<>(Topology.texts(group, "availabilityZones"));
    var size = GroupSize.of(group, graph);
    var mostInZone = new TreeMap<String, Long>();
    zones.forEach(
        zone -> mostInZone.put(zone, Pool.share(size.servers().orElse(0L), zones.size())));
    return new Pool(
        group,
        Pool.Kind.GROUP,
        size.servers(),
        onDemand(group, size.servers()),
        size.why(),
        mostInZone,
        inSubnets ? placement.known() : !zones.isEmpty(),
        endpoint(group, placement),
        List.of(group));
  }

  /** How many servers are no Spot capacity, which AWS may reclaim. */
  private long onDemand(ResourceNode group, Optional<Long> servers) {
    long number = servers.orElse(0L);
    String distribution = "mixedInstancesPolicy.instancesDistribution.";
    if (group.input("mixedInstancesPolicy").isPresent()) {
      long base = Math.min(number, group.number(distribution + "onDemandBaseCapacity", 0));
      long percent = group.number(distribution + "onDemandPercentageAboveBaseCapacity", 100);
      return base + (number - base) * percent / 100;
    }
    boolean spot =
        templates(group).stream()
            .anyMatch(
                template ->
                    template.text("instanceMarketOptions.marketType", "").equals("spot")
                        || template.input("spotPrice").isPresent());
    return spot ? 0 : number;
  }

  private List<ResourceNode> templates(ResourceNode group) {
    return Stream.of("launchTemplate", "launchConfiguration", "mixedInstancesPolicy")
        .flatMap(path -> graph.referenced(group, path).stream())
        .filter(it -> it.is(Types.LAUNCH_TEMPLATE) || it.is(Types.LAUNCH_CONFIGURATION))
        .distinct()
        .toList();
  }

  private Endpoint endpoint(ResourceNode group, Placement placement) {
    List<ResourceNode> templates = templates(group);
    List<ResourceNode> groups =
        Endpoint.securityGroups(
            templates.stream()
                .flatMap(
                    template ->
                        Stream.of("vpcSecurityGroupIds", "securityGroups", "networkInterfaces")
                            .flatMap(path -> graph.referenced(template, path).stream()))
                .toList());
    boolean guarded = !groups.isEmpty() && templates.stream().allMatch(Groups::namesOnlyKnown);
    return new Endpoint(group, groups, guarded, placement.subnets(), placement.known());
  }

  private static boolean namesOnlyKnown(ResourceNode template) {
    return Stream.concat(
            Stream.of("vpcSecurityGroupIds", "securityGroups"),
            Topology.elements(template, "networkInterfaces").stream()
                .map(element -> element + "securityGroups"))
        .allMatch(
            path -> Topology.texts(template, path).size() <= template.referencesAt(path).size());
  }
}
