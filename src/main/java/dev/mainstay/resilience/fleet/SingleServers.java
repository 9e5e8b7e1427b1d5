package dev.mainstay.resilience.fleet;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.model.Types;
import dev.mainstay.resilience.network.Endpoint;
import dev.mainstay.resilience.network.Topology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * EC2 instances that are attached to target groups one by one. One that listens on several ports is
 * attached as often.
 */
final class SingleServers {
  private static final String INTERFACE = "aws:ec2/networkInterface:NetworkInterface";

  private final ResourceGraph graph;
  private final Topology topology;

  SingleServers(ResourceGraph graph, Topology topology) {
    this.graph = graph;
    this.topology = topology;
  }

  Map<Pool, List<ResourceNode>> pools() {
    var servers = new LinkedHashMap<ResourceNode, Set<ResourceNode>>();
    var foreign = new LinkedHashSet<ResourceNode>();
    for (ResourceNode attachment : Types.attachments(graph)) {
      for (ResourceNode targetGroup : graph.referenced(attachment, "targetGroupArn")) {
        List<ResourceNode> targets = graph.referenced(attachment, "targetId");
        targets.stream()
            .filter(target -> target.is(Types.EC2_INSTANCE))
            .forEach(
                server ->
                    servers.computeIfAbsent(targetGroup, it -> new LinkedHashSet<>()).add(server));
        if (targets.isEmpty()) {
          foreign.add(targetGroup);
        }
      }
    }
    var pools = new LinkedHashMap<Pool, List<ResourceNode>>();
    servers.forEach(
        (group, members) ->
            pools.put(pool(group, List.copyOf(members), !foreign.contains(group)), List.of(group)));
    return pools;
  }

  private Pool pool(ResourceNode targetGroup, List<ResourceNode> servers, boolean complete) {
    var inZone = new TreeMap<String, Long>();
    servers.forEach(server -> zoneOf(server).ifPresent(zone -> inZone.merge(zone, 1L, Long::sum)));
    long onDemand =
        servers.stream()
            .filter(server -> !server.text("instanceMarketOptions.marketType", "").equals("spot"))
            .count();
    return new Pool(
        targetGroup,
        Pool.Kind.SINGLE,
        Optional.of((long) servers.size()),
        onDemand,
        "Target group `%s` has %s without an Auto Scaling group"
            .formatted(targetGroup.name(), Pool.servers(servers.size())),
        Map.copyOf(inZone),
        complete && servers.stream().allMatch(server -> zoneOf(server).isPresent()),
        endpoint(targetGroup, servers),
        servers);
  }

  private List<ResourceNode> interfaces(ResourceNode server) {
    return Stream.of("networkInterfaces", "primaryNetworkInterface")
        .flatMap(path -> graph.referenced(server, path).stream())
        .filter(it -> it.is(INTERFACE))
        .toList();
  }

  private Optional<String> zoneOf(ResourceNode server) {
    return topology
        .zoneOf(server)
        .or(() -> interfaces(server).stream().findFirst().flatMap(topology::zoneOf));
  }

  private Endpoint endpoint(ResourceNode targetGroup, List<ResourceNode> servers) {
    var groups = new ArrayList<ResourceNode>();
    var subnets = new LinkedHashSet<ResourceNode>();
    boolean guarded = true;
    boolean placed = true;
    for (ResourceNode server : servers) {
      List<ResourceNode> parts =
          Stream.concat(Stream.of(server), interfaces(server).stream()).toList();
      List<ResourceNode> own =
          parts.stream()
              .flatMap(
                  part ->
                      Stream.of("vpcSecurityGroupIds", "securityGroups")
                          .flatMap(path -> graph.referenced(part, path).stream()))
              .toList();
      List<ResourceNode> here =
          parts.stream().flatMap(part -> graph.referenced(part, "subnetId").stream()).toList();
      guarded &= !own.isEmpty();
      placed &= !here.isEmpty();
      groups.addAll(own);
      subnets.addAll(here);
    }
    return new Endpoint(
        targetGroup, Endpoint.securityGroups(groups), guarded, List.copyOf(subnets), placed);
  }
}
