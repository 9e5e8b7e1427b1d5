package dev.mainstay.posture.exposure;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Judge;
import dev.mainstay.posture.model.Types;
import java.util.List;
import java.util.stream.Stream;

/** Whether packets from the internet can come to a resource, if a security group lets them in. */
public final class Exposure {
  private static final String ADDRESS = "aws:ec2/eip:Eip";
  private static final String ADDRESS_ASSOCIATION = "aws:ec2/eipAssociation:EipAssociation";

  private Exposure() {}

  /** It has a public address, and its subnet a route from the internet. */
  public static Answer of(ResourceGraph graph, ResourceNode node) {
    return switch (node.type()) {
      case "aws:lb/loadBalancer:LoadBalancer", "aws:alb/loadBalancer:LoadBalancer" ->
          Answer.all(
              Judge.notTrue("internal").of(graph, node),
              routed(graph, loadBalancerSubnets(graph, node)));
      case "aws:rds/instance:Instance" ->
          Answer.all(
              Judge.isTrue("publiclyAccessible").of(graph, node),
              routed(
                  graph,
                  graph.referenced(node, "dbSubnetGroupName").stream()
                      .flatMap(group -> graph.referenced(group, "subnetIds").stream())
                      .toList()));
      case "aws:ec2/networkInterface:NetworkInterface", "aws:ec2/instance:Instance" ->
          Answer.all(
              hasNoPublicAddress(graph, node).not(),
              routed(graph, graph.referenced(node, "subnetId")));
      case "aws:ec2/launchTemplate:LaunchTemplate" ->
          Answer.all(
              hasNoPublicAddress(graph, node).not(), routed(graph, launchSubnets(graph, node)));
      // Neither has public addresses: ElastiCache guide, "Accessing your cluster"; PrivateLink.
      case "aws:elasticache/replicationGroup:ReplicationGroup",
          "aws:elasticache/cluster:Cluster",
          "aws:ec2/vpcEndpoint:VpcEndpoint" ->
          Answer.NO;
      default -> Answer.UNKNOWN;
    };
  }

  /** Neither it, nor a subnet that it stands in, hands out a public address. */
  public static Answer hasNoPublicAddress(ResourceGraph graph, ResourceNode node) {
    if (hasElasticAddress(graph, node)) {
      return Answer.NO;
    }
    String path =
        node.type().contains("launchTemplate")
            ? "networkInterfaces[0].associatePublicIpAddress"
            : "associatePublicIpAddress";
    // An interface that is there already has the addresses it has.
    boolean stated =
        node.input(path).isPresent()
            || node.input("networkInterfaces[0].networkInterfaceId").isPresent()
            || node.type().contains("networkInterface");
    return stated ? Judge.notTrue(path).of(graph, node) : hasNoneFromSubnets(graph, node);
  }

  private static Answer hasNoneFromSubnets(ResourceGraph graph, ResourceNode node) {
    List<ResourceNode> subnets =
        node.type().contains("launchTemplate")
            ? launchSubnets(graph, node)
            : graph.referenced(node, "subnetId");
    return subnets.isEmpty()
        ? Answer.UNKNOWN
        : Answer.all(
            subnets.stream().map(subnet -> Judge.notTrue("mapPublicIpOnLaunch").of(graph, subnet)));
  }

  private static boolean hasElasticAddress(ResourceGraph graph, ResourceNode node) {
    return Stream.of("networkInterface", "instance")
            .anyMatch(path -> !graph.referring(ADDRESS, path, node).isEmpty())
        || Stream.of("networkInterfaceId", "instanceId")
            .anyMatch(path -> !graph.referring(ADDRESS_ASSOCIATION, path, node).isEmpty());
  }

  private static List<ResourceNode> launchSubnets(ResourceGraph graph, ResourceNode template) {
    return Types.groups(graph, template).stream()
        .flatMap(group -> graph.referenced(group, "vpcZoneIdentifiers").stream())
        .distinct()
        .toList();
  }

  public static List<ResourceNode> loadBalancerSubnets(
      ResourceGraph graph, ResourceNode loadBalancer) {
    return Stream.of("subnets", "subnetMappings")
        .flatMap(path -> graph.referenced(loadBalancer, path).stream())
        .toList();
  }

  private static Answer routed(ResourceGraph graph, List<ResourceNode> subnets) {
    return subnets.isEmpty()
        ? Answer.UNKNOWN
        : Answer.any(
            subnets.stream().map(subnet -> new Routing(graph).reachesInternetGateway(subnet)));
  }
}
