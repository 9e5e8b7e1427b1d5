package dev.mainstay.posture.elb;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.exposure.Exposure;
import dev.mainstay.posture.exposure.Routing;
import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Types;
import java.util.List;
import java.util.stream.Stream;

/** In which zones the targets of a load balancer are. */
final class Targets {
  private static final List<String> GROUP_ATTACHMENT =
      List.of("aws:autoscaling/attachment:Attachment");
  private static final List<String> TARGET_ATTACHMENT =
      List.of(
          "aws:lb/targetGroupAttachment:TargetGroupAttachment",
          "aws:alb/targetGroupAttachment:TargetGroupAttachment");
  private static final String SERVICE = "aws:ecs/service:Service";

  private Targets() {}

  /** It has targets in each of its zones. A function of Lambda runs in all of them. */
  static Answer areInEachZone(ResourceGraph graph, ResourceNode loadBalancer) {
    List<ResourceNode> targetGroups = ListenerControls.targetGroups(graph, loadBalancer);
    if (!targetGroups.isEmpty()
        && targetGroups.stream().allMatch(it -> it.text("targetType", "").equals("lambda"))) {
      return Answer.YES;
    }
    List<String> wanted = Routing.zones(Exposure.loadBalancerSubnets(graph, loadBalancer).stream());
    List<String> served =
        Routing.zones(targetGroups.stream().flatMap(group -> subnets(graph, group)));
    if (wanted.isEmpty()
        || served.isEmpty()
        || Stream.of(wanted, served).anyMatch(each -> each.contains(""))) {
      return Answer.UNKNOWN;
    }
    return Answer.of(served.containsAll(wanted));
  }

  private static Stream<ResourceNode> subnets(ResourceGraph graph, ResourceNode targetGroup) {
    Stream<ResourceNode> fleets =
        Stream.concat(
                Stream.of("targetGroupArns", "trafficSources")
                    .flatMap(path -> referring(graph, Types.GROUP, path, targetGroup)),
                referring(graph, GROUP_ATTACHMENT, "lbTargetGroupArn", targetGroup)
                    .flatMap(it -> graph.referenced(it, "autoscalingGroupName").stream()))
            .flatMap(group -> graph.referenced(group, "vpcZoneIdentifiers").stream());
    Stream<ResourceNode> services =
        graph.referring(SERVICE, "loadBalancers", targetGroup).stream()
            .flatMap(it -> graph.referenced(it, "networkConfiguration.subnets").stream());
    Stream<ResourceNode> servers =
        referring(graph, TARGET_ATTACHMENT, "targetGroupArn", targetGroup)
            .flatMap(it -> graph.referenced(it, "targetId").stream())
            .flatMap(it -> graph.referenced(it, "subnetId").stream());
    return Stream.of(fleets, services, servers).flatMap(each -> each).distinct();
  }

  private static Stream<ResourceNode> referring(
      ResourceGraph graph, List<String> types, String path, ResourceNode target) {
    return types.stream().flatMap(type -> graph.referring(type, path, target).stream());
  }
}
