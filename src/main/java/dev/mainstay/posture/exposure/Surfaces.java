package dev.mainstay.posture.exposure;

import dev.mainstay.facts.NetworkSurface;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.exposure.Reachability.Surface;
import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Judge;
import dev.mainstay.posture.model.Types;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What can, or may, be reached other than through a security group of the stack. */
final class Surfaces {
  private static final String ADDRESS = "aws:ec2/eip:Eip";
  private static final List<String> GROUPS =
      List.of(
          "vpcSecurityGroupIds",
          "securityGroups",
          "securityGroupIds",
          "networkInterfaces[0].securityGroups",
          "networkConfiguration.securityGroups");

  private Surfaces() {}

  static List<Surface> of(ResourceGraph graph) {
    return graph.resources().stream()
        .filter(ResourceNode::custom)
        .filter(node -> !isLoadBalancer(node))
        .flatMap(node -> surface(graph, node).stream())
        .toList();
  }

  static boolean isLoadBalancer(ResourceNode node) {
    return Stream.of(Types.LOAD_BALANCER, Types.CLASSIC_LOAD_BALANCER)
        .anyMatch(types -> types.contains(node.type()));
  }

  private static Optional<Surface> surface(ResourceGraph graph, ResourceNode node) {
    NetworkSurface known = NetworkSurface.of(node.type()).orElse(null);
    if (known == null) {
      return Optional.of(surface(node, Answer.UNKNOWN, "its type is not judged"));
    }
    return switch (known.kind()) {
      case NONE, PRIVATE ->
          Optional.of(surface(node, PublicEndpoints.has(known, node), known.reason()))
              .filter(it -> it.reachable() != Answer.NO);
      case OTHER_NETWORK ->
          Optional.of(surface(node, Answer.UNKNOWN, "reachable from " + known.reason()));
      case JUDGED -> node.is(ADDRESS) ? address(graph, node) : byGroups(graph, node);
    };
  }

  /** An address that belongs to nothing in the graph may belong to anything. */
  private static Optional<Surface> address(ResourceGraph graph, ResourceNode address) {
    boolean attached =
        Stream.of("instance", "networkInterface")
                .anyMatch(path -> !graph.referenced(address, path).isEmpty())
            || Stream.of("aws:ec2/natGateway:NatGateway", "aws:ec2/eipAssociation:EipAssociation")
                .anyMatch(type -> !graph.referring(type, "allocationId", address).isEmpty())
            || Stream.of("aws:lb/loadBalancer:LoadBalancer", "aws:alb/loadBalancer:LoadBalancer")
                .anyMatch(type -> !graph.referring(type, "subnetMappings", address).isEmpty());
    return attached
        ? Optional.empty()
        : Optional.of(
            surface(address, Answer.UNKNOWN, "no resource of the stack has this public address"));
  }

  /** What a group of the stack holds is judged by the rules of that group. */
  private static Optional<Surface> byGroups(ResourceGraph graph, ResourceNode node) {
    Answer exposed = Exposure.of(graph, node);
    if (exposed == Answer.NO || groupsAreKnown(graph, node)) {
      return Optional.empty();
    }
    return Optional.of(
        surface(node, Answer.UNKNOWN, "the rules of its security groups are not known"));
  }

  private static boolean groupsAreKnown(ResourceGraph graph, ResourceNode node) {
    if (node.is("aws:rds/clusterInstance:ClusterInstance")) {
      List<ResourceNode> clusters = graph.referenced(node, "clusterIdentifier");
      return !clusters.isEmpty() && groupsAreKnown(graph, clusters.get(0));
    }
    // An interface that is a resource of its own has groups of its own.
    if (node.input("networkInterfaces[0].networkInterfaceId").isPresent()) {
      return !graph.referenced(node, "networkInterfaces").isEmpty();
    }
    List<String> given =
        GROUPS.stream().flatMap(path -> Judge.elements(node, path).stream()).toList();
    return given.isEmpty()
        ? GROUPS.stream().anyMatch(path -> !graph.referenced(node, path).isEmpty())
        : given.stream().allMatch(path -> !graph.referenced(node, path).isEmpty());
  }

  private static Surface surface(ResourceNode node, Answer reachable, String reason) {
    return new Surface(node.urn(), node.type(), node.name(), reachable, reason);
  }
}
