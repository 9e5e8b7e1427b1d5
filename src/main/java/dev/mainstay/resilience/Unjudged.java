package dev.mainstay.resilience;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.fleet.Fleet;
import dev.mainstay.resilience.model.DataLoss;
import dev.mainstay.resilience.model.Effect;
import dev.mainstay.resilience.model.Types;
import dev.mainstay.resilience.store.Store;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What may be part of the service, and of which the analysis knows nothing. */
final class Unjudged {
  private static final Set<String> TYPES =
      Set.of(
          "aws:ecs/service:Service",
          "aws:eks/cluster:Cluster",
          "aws:lambda/function:Function",
          "aws:elb/loadBalancer:LoadBalancer",
          "aws:rds/cluster:Cluster",
          "aws:elasticache/cluster:Cluster",
          "aws:docdb/cluster:Cluster",
          "aws:memorydb/cluster:Cluster",
          "aws:opensearch/domain:Domain",
          "aws:mq/broker:Broker",
          "aws:elasticache/serverlessCache:ServerlessCache",
          "aws:neptune/cluster:Cluster",
          "aws:redshift/cluster:Cluster",
          "aws:efs/mountTarget:MountTarget");

  private Unjudged() {}

  /** Also groups and servers that stand behind no load balancer and serve as no NAT. */
  static List<ResourceNode> in(
      ResourceGraph graph, List<Fleet> fleets, List<Store> stores, List<ResourceNode> nats) {
    Set<String> judged =
        stores.stream()
            .flatMap(it -> it.parts().stream())
            .map(ResourceNode::urn)
            .collect(Collectors.toSet());
    Stream<ResourceNode> others =
        graph.resources().stream()
            .filter(node -> TYPES.contains(node.type()))
            .filter(node -> !judged.contains(node.urn()));
    Stream<ResourceNode> servers =
        Stream.of(Types.GROUP, Types.EC2_INSTANCE)
            .flatMap(type -> graph.all(type).stream())
            .filter(node -> fleets.stream().noneMatch(fleet -> fleet.members().contains(node)))
            .filter(node -> !judged.contains(node.urn()))
            .filter(node -> !translates(node, graph, nats));
    return Stream.concat(others, servers).toList();
  }

  private static boolean translates(
      ResourceNode node, ResourceGraph graph, List<ResourceNode> nats) {
    return nats.contains(node)
        || nats.stream().anyMatch(nat -> node.referencesAt("networkInterfaces").contains(nat.urn()))
        || graph.referenced(node, "launchTemplate").stream()
            .anyMatch(
                template ->
                    nats.stream()
                        .anyMatch(
                            nat -> template.referencesAt("networkInterfaces").contains(nat.urn())));
  }

  /** They are where something fails, or they are not. */
  static Effect touched(List<ResourceNode> unjudged) {
    return unjudged.stream()
        .map(
            node ->
                Effect.unknown(
                        "What becomes of %s (%s) is not judged."
                            .formatted(node.name(), node.type()))
                    .losing(DataLoss.UNKNOWN))
        .reduce(Effect.NOTHING, Effect::and);
  }
}
