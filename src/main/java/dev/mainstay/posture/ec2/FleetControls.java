package dev.mainstay.posture.ec2;

import static dev.mainstay.posture.model.Control.ids;
import static dev.mainstay.posture.model.Judge.any;
import static dev.mainstay.posture.model.Judge.given;
import static dev.mainstay.posture.model.Judge.ifGiven;
import static dev.mainstay.posture.model.Judge.not;
import static dev.mainstay.posture.model.Judge.oneOf;
import static dev.mainstay.posture.model.Judge.present;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.exposure.Addresses;
import dev.mainstay.posture.exposure.Exposure;
import dev.mainstay.posture.exposure.Routing;
import dev.mainstay.posture.exposure.SecurityGroups;
import dev.mainstay.posture.exposure.TrafficRule;
import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Control;
import dev.mainstay.posture.model.Judge;
import dev.mainstay.posture.model.Requirement;
import dev.mainstay.posture.model.Types;
import java.util.List;
import java.util.stream.Stream;

/** Controls of servers and of the groups that keep them running. */
public final class FleetControls {
  private static final long REMOTE_DESKTOP = 3389;
  private static final long SSH = 22;
  private static final String RDP_KEY = "web.rdpCidrs";
  private static final String NAT_KEY = "network.nat";
  private static final String ATTACHED = "aws:autoscaling/attachment:Attachment";
  private static final String AGENT_POLICY = "AmazonSSMManagedInstanceCore";

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

  public static final List<Control> ALL =
      List.of(
          new Control(
              "ASG",
              ids("AutoScaling.1", "AutoScaling.2", "AutoScaling.9", "CKV2_AWS_15", 315, 153),
              Requirement.of(Types.GROUP, "healthCheckType is ELB", oneOf("healthCheckType", "ELB"))
                  .where(SERVES),
              zones().where(SERVES),
              zones().where(not(SERVES)).waivedBy(NAT_KEY),
              Requirement.of(
                  Types.GROUP,
                  "it has a launch template",
                  any(present("launchTemplate"), present("mixedInstancesPolicy.launchTemplate"))),
              Requirement.of(Types.GROUP, "it has tags", present("tags"))),
          new Control(
              "IMDSv2",
              ids("EC2.170", "AutoScaling.3", 79, 341),
              Requirement.of(
                  Types.SERVER,
                  "httpTokens is required",
                  any(
                      oneOf("metadataOptions.httpTokens", "required"),
                      oneOf("metadataOptions.httpEndpoint", "disabled"))),
              Requirement.of(
                  Types.SERVER,
                  "httpPutResponseHopLimit is 1",
                  ifGiven(
                      "metadataOptions.httpPutResponseHopLimit",
                      oneOf("metadataOptions.httpPutResponseHopLimit", "1"),
                      Answer.YES)),
              Requirement.of(
                  Types.IMAGE_BUILDER,
                  "the servers that build need httpTokens",
                  oneOf("instanceMetadataOptions.httpTokens", "required"))),
          new Control(
              "No public IP on web",
              ids("EC2.25", 88),
              Requirement.of(
                      Types.SERVER, "it gets no public address", Exposure::hasNoPublicAddress)
                  .waivedBy("web.subnets")),
          new Control(
              "EBS",
              ids("EC2.181"),
              Requirement.of(
                  Types.LAUNCH_TEMPLATE, "its volumes are encrypted", Volumes::areEncrypted),
              Requirement.of(Types.LAUNCH_TEMPLATE, "its volumes are gp3", Volumes::areGp3),
              Requirement.of(
                  Types.INSTANCE,
                  "its root volume is encrypted",
                  ifGiven(
                      "rootBlockDevice",
                      Judge.isTrue("rootBlockDevice.encrypted"),
                      Answer.UNKNOWN)),
              Requirement.of(
                  Types.INSTANCE, "its other volumes are encrypted", Volumes::moreAreEncrypted)),
          new Control(
              "Management",
              ids("SSM.1"),
              managed().where(LAUNCHES_SERVING),
              managed().where(not(LAUNCHES_SERVING)).waivedBy(NAT_KEY),
              Requirement.of(
                      SecurityGroups.RULES_AND_GROUPS,
                      "no address outside reaches Remote Desktop or SSH",
                      FleetControls::keepsRemoteAccessClosed)
                  .waivedBy(RDP_KEY)),
          new Control(
              "User data",
              ids(46),
              Requirement.of(Types.SERVER, "user data holds no secret", Secrets::areNotInUserData)
                  .where(any(present("userData"), present("userDataBase64")))));

  private FleetControls() {}

  private static Requirement zones() {
    return Requirement.of(
        Types.GROUP,
        "its servers are in two zones or more",
        Judge.any(
            present("availabilityZones[1]"),
            (graph, group) -> Routing.spansZones(graph, group, "vpcZoneIdentifiers")));
  }

  private static Requirement managed() {
    return Requirement.of(Types.SERVER, "Systems Manager manages it", FleetControls::isManaged);
  }

  private static Answer keepsRemoteAccessClosed(ResourceGraph graph, ResourceNode node) {
    return Answer.any(
            TrafficRule.in(graph, node).stream()
                .map(
                    rule ->
                        Answer.all(
                            Answer.of(rule.ingress()),
                            rule.isOpenTo(Addresses::isOutside),
                            Answer.any(rule.covers(REMOTE_DESKTOP), rule.covers(SSH)))))
        .not();
  }

  /** Its role has the policy that Systems Manager's agent needs. */
  private static Answer isManaged(ResourceGraph graph, ResourceNode server) {
    if (server.input("iamInstanceProfile").isEmpty()) {
      return Answer.NO;
    }
    List<ResourceNode> roles =
        graph.referenced(server, "iamInstanceProfile").stream()
            .flatMap(profile -> graph.referenced(profile, "role").stream())
            .toList();
    if (roles.isEmpty()) {
      return Answer.UNKNOWN;
    }
    return Answer.any(roles.stream().map(role -> hasAgentPolicy(graph, role)));
  }

  private static Answer hasAgentPolicy(ResourceGraph graph, ResourceNode role) {
    Judge attached = given("policyArn", arn -> arn.toString().endsWith(AGENT_POLICY));
    Judge listed = given("managedPolicyArns", arns -> arns.toString().contains(AGENT_POLICY));
    return Answer.any(
        Stream.concat(
            Stream.of(listed.of(graph, role)),
            Stream.of(
                    graph.referring(
                        "aws:iam/rolePolicyAttachment:RolePolicyAttachment", "role", role),
                    graph.referring("aws:iam/policyAttachment:PolicyAttachment", "roles", role))
                .flatMap(List::stream)
                .map(each -> attached.of(graph, each))));
  }
}
