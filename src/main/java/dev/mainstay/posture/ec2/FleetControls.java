package dev.mainstay.posture.ec2;

import static dev.mainstay.posture.model.Control.ids;
import static dev.mainstay.posture.model.Judge.any;
import static dev.mainstay.posture.model.Judge.given;
import static dev.mainstay.posture.model.Judge.not;
import static dev.mainstay.posture.model.Judge.oneOf;
import static dev.mainstay.posture.model.Judge.present;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.exposure.PublicAddresses;
import dev.mainstay.posture.exposure.Routing;
import dev.mainstay.posture.exposure.SecurityGroups;
import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Control;
import dev.mainstay.posture.model.Judge;
import dev.mainstay.posture.model.Requirement;
import dev.mainstay.posture.model.Types;
import java.util.List;
import java.util.stream.Stream;

/** Controls of servers and of the groups that keep them running. */
public final class FleetControls {
  private static final String RDP_KEY = "web.rdpCidrs";
  private static final String NAT_KEY = "network.nat";
  private static final String ATTACHED = "aws:autoscaling/attachment:Attachment";
  private static final String TAG = "aws:autoscaling/tag:Tag";

  private static final List<String> SINGLE_SERVER =
      Stream.of(Types.INSTANCE, Types.LAUNCH_CONFIGURATION).flatMap(List::stream).toList();

  /** Servers that a load balancer sends requests to; others serve the stack itself. */
  private static final Judge SERVES =
      any(
          present("targetGroupArns"),
          present("loadBalancers"),
          present("trafficSources"),
          (graph, group) ->
              Answer.of(!graph.referring(ATTACHED, "autoscalingGroupName", group).isEmpty()));

  private static final Judge LAUNCHES_SERVING =
      (graph, template) ->
          Answer.any(Types.groups(graph, template).stream().map(group -> SERVES.of(graph, group)));

  /** One type of health check, or several with commas between them. */
  private static final Judge CHECKS_TARGETS =
      given(
          "healthCheckType", types -> List.of(types.toString().split("\\s*,\\s*")).contains("ELB"));

  public static final List<Control> ALL =
      List.of(
          new Control(
              "ASG",
              ids("AutoScaling.1", "AutoScaling.2", "AutoScaling.9", "CKV2_AWS_15", 315, 153),
              Requirement.of(Types.GROUP, "healthCheckType is ELB", CHECKS_TARGETS).where(SERVES),
              zones().where(SERVES),
              zones().where(not(SERVES)).waivedBy(NAT_KEY),
              Requirement.of(
                  Types.GROUP,
                  "it has a launch template",
                  any(present("launchTemplate"), present("mixedInstancesPolicy.launchTemplate"))),
              Requirement.of(
                  Types.GROUP,
                  "it has tags",
                  any(
                      present("tags"),
                      (graph, group) ->
                          Answer.of(
                              !graph.referring(TAG, "autoscalingGroupName", group).isEmpty())))),
          new Control(
              "IMDSv2",
              ids("EC2.8", "EC2.170", "AutoScaling.3", 79, 341),
              Requirement.of(Types.SERVER, "httpTokens is required", Metadata::requiresTokens),
              Requirement.of(Types.SERVER, "httpPutResponseHopLimit is 1", Metadata::staysOnServer),
              Requirement.of(
                  Types.IMAGE_BUILDER,
                  "the servers that build images require httpTokens",
                  oneOf("instanceMetadataOptions.httpTokens", "required")),
              Requirement.notJudged(Types.OTHER_SERVERS)),
          new Control(
              "No public IP on web",
              ids("EC2.9", "EC2.25", "AutoScaling.5", 88),
              Requirement.of(Types.SERVER, "it gets no public address", PublicAddresses::hasNoIpv4)
                  .waivedBy("web.subnets"),
              Requirement.notJudged(Types.OTHER_SERVERS)),
          new Control(
              "EBS",
              ids("EC2.1", "EC2.3", "EC2.181"),
              Requirement.of(
                  Types.LAUNCH_TEMPLATE, "its volumes are encrypted", Volumes::areEncrypted),
              Requirement.of(Types.LAUNCH_TEMPLATE, "its volumes are gp3", Volumes::areGp3),
              Requirement.of(
                  SINGLE_SERVER, "its root volume is encrypted", Volumes::rootIsEncrypted),
              Requirement.of(
                  SINGLE_SERVER, "its other volumes are encrypted", Volumes::othersAreEncrypted),
              Requirement.of(Volumes.VOLUME, "it is encrypted", Volumes::isEncrypted),
              Requirement.of(
                  List.of("aws:ec2/amiLaunchPermission:AmiLaunchPermission"),
                  "it shares an image with named accounts only",
                  not(oneOf("group", "all"))),
              Requirement.notJudged(Types.OTHER_SERVERS)),
          new Control(
              "Management",
              ids("SSM.1"),
              managed().where(LAUNCHES_SERVING),
              managed().where(not(LAUNCHES_SERVING)).waivedBy(NAT_KEY),
              Requirement.of(
                      SecurityGroups.RULES_AND_GROUPS,
                      "Remote Desktop and SSH are closed to public addresses",
                      Management::isClosedToAddressesOutside)
                  .waivedBy(RDP_KEY),
              Requirement.notJudged(Types.OTHER_SERVERS)),
          new Control(
              "User data",
              ids(46),
              Requirement.of(Types.SERVER, "user data holds no secret", Secrets::areNotInUserData)
                  .where(any(present("userData"), present("userDataBase64"))),
              Requirement.notJudged(Types.OTHER_SERVERS)));

  private FleetControls() {}

  private static Requirement zones() {
    return Requirement.of(
        Types.GROUP, "its servers are in two zones or more", FleetControls::spansZones);
  }

  /** By its subnets, or by its list of zones, in which one may come twice. */
  private static Answer spansZones(ResourceGraph graph, ResourceNode group) {
    List<String> zones =
        Judge.elements(group, "availabilityZones").stream()
            .map(path -> group.text(path, Judge.NOT_YET_KNOWN))
            .toList();
    long known = zones.stream().filter(it -> !it.equals(Judge.NOT_YET_KNOWN)).distinct().count();
    boolean untold = zones.contains(Judge.NOT_YET_KNOWN);
    Answer listed = known > 1 ? Answer.YES : untold ? Answer.UNKNOWN : Answer.NO;
    return Answer.any(listed, Routing.spansZones(graph, group, "vpcZoneIdentifiers"));
  }

  private static Requirement managed() {
    return Requirement.of(
        Types.SERVER, "Systems Manager manages it", Management::isBySystemsManager);
  }
}
