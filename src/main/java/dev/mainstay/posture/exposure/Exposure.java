package dev.mainstay.posture.exposure;

import dev.mainstay.facts.NetworkSurface;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Judge;
import java.util.List;
import java.util.stream.Stream;

/** Whether packets from the internet can come to a resource, if a security group lets them in. */
public final class Exposure {
  private Exposure() {}

  /** It has a public address, and its subnet a route from the internet. */
  public static Answer of(ResourceGraph graph, ResourceNode node) {
    return switch (node.type()) {
      case "aws:lb/loadBalancer:LoadBalancer",
          "aws:alb/loadBalancer:LoadBalancer",
          "aws:elb/loadBalancer:LoadBalancer" ->
          Answer.all(
              Judge.notTrue("internal").of(graph, node),
              routed(graph, loadBalancerSubnets(graph, node)));
      case "aws:rds/instance:Instance" -> databaseIsPublic(graph, node, node);
      case "aws:rds/clusterInstance:ClusterInstance" -> clusterInstance(graph, node);
      case "aws:rds/cluster:Cluster" -> cluster(graph, node);
      case "aws:ec2/networkInterface:NetworkInterface",
          "aws:ec2/instance:Instance",
          "aws:ec2/launchTemplate:LaunchTemplate",
          "aws:ec2/launchConfiguration:LaunchConfiguration",
          "aws:imagebuilder/infrastructureConfiguration:InfrastructureConfiguration" ->
          server(graph, node);
      case "aws:ecs/service:Service" ->
          Answer.all(
              Judge.isTrue("networkConfiguration.assignPublicIp").of(graph, node),
              routed(graph, graph.referenced(node, "networkConfiguration.subnets")));
      default -> byTable(node);
    };
  }

  /** Whether {@link #of} has a rule for a type, beyond the table of network surfaces. */
  static boolean isJudged(ResourceNode node) {
    return surface(node).filter(it -> it.kind() == NetworkSurface.Kind.JUDGED).isPresent();
  }

  static java.util.Optional<NetworkSurface> surface(ResourceNode node) {
    return NetworkSurface.of(node.type());
  }

  private static Answer server(ResourceGraph graph, ResourceNode node) {
    return Answer.all(
        Answer.any(
            PublicAddresses.hasNoIpv4(graph, node).not(),
            PublicAddresses.hasNoIpv6(graph, node).not()),
        routed(graph, PublicAddresses.subnets(graph, node)));
  }

  private static Answer databaseIsPublic(
      ResourceGraph graph, ResourceNode server, ResourceNode holder) {
    return Answer.all(
        Judge.isTrue("publiclyAccessible").of(graph, server),
        routed(
            graph,
            graph.referenced(holder, "dbSubnetGroupName").stream()
                .flatMap(group -> graph.referenced(group, "subnetIds").stream())
                .toList()));
  }

  private static Answer clusterInstance(ResourceGraph graph, ResourceNode node) {
    ResourceNode holder =
        graph.referenced(node, "dbSubnetGroupName").isEmpty()
            ? graph.referenced(node, "clusterIdentifier").stream().findFirst().orElse(node)
            : node;
    return databaseIsPublic(graph, node, holder);
  }

  /** The group of a cluster is that of its instances. */
  private static Answer cluster(ResourceGraph graph, ResourceNode cluster) {
    return Answer.any(
        graph
            .referring("aws:rds/clusterInstance:ClusterInstance", "clusterIdentifier", cluster)
            .stream()
            .map(instance -> clusterInstance(graph, instance)));
  }

  private static Answer byTable(ResourceNode node) {
    return surface(node)
        .map(
            it ->
                switch (it.kind()) {
                  case NONE, PRIVATE -> PublicEndpoints.has(it, node);
                  case OTHER_NETWORK, JUDGED -> Answer.UNKNOWN;
                })
        .orElse(Answer.UNKNOWN);
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
