package dev.mainstay.posture.ec2;

import static dev.mainstay.posture.model.Judge.given;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.exposure.Addresses;
import dev.mainstay.posture.exposure.TrafficRule;
import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Judge;
import java.util.List;
import java.util.stream.Stream;

/** How servers are administered: by Systems Manager, not over the network. */
final class Management {
  private static final long REMOTE_DESKTOP = 3389;
  private static final long SSH = 22;
  private static final String AGENT_POLICY = "AmazonSSMManagedInstanceCore";

  /** Has the account manage every instance, whatever its role. */
  private static final String SETTING = "aws:ssm/serviceSetting:ServiceSetting";

  private static final String DEFAULT_ROLE =
      "/ssm/managed-instance/default-ec2-instance-management-role";

  private Management() {}

  /** Its role has the policy that Systems Manager's agent requires, or the account gives it one. */
  static Answer isBySystemsManager(ResourceGraph graph, ResourceNode server) {
    return Answer.any(ofAccount(graph), ofRole(graph, server));
  }

  private static Answer ofAccount(ResourceGraph graph) {
    return Answer.any(
        graph.all(SETTING).stream()
            .map(
                setting ->
                    Judge.all(
                            given("settingId", id -> id.toString().endsWith(DEFAULT_ROLE)),
                            Judge.present("settingValue"))
                        .of(graph, setting)));
  }

  private static Answer ofRole(ResourceGraph graph, ResourceNode server) {
    ResourceNode holder = holder(graph, server);
    if (holder.input("iamInstanceProfile").isEmpty()) {
      return Answer.NO;
    }
    List<ResourceNode> roles =
        graph.referenced(holder, "iamInstanceProfile").stream()
            .flatMap(profile -> graph.referenced(profile, "role").stream())
            .toList();
    if (roles.isEmpty()) {
      return Answer.UNKNOWN;
    }
    return Answer.any(roles.stream().map(role -> hasAgentPolicy(graph, role)));
  }

  /** An instance may leave its profile to its launch template. */
  private static ResourceNode holder(ResourceGraph graph, ResourceNode server) {
    return server.input("iamInstanceProfile").isPresent()
        ? server
        : graph.referenced(server, "launchTemplate").stream().findFirst().orElse(server);
  }

  private static Answer hasAgentPolicy(ResourceGraph graph, ResourceNode role) {
    Judge attached = given("policyArn", arn -> arn.toString().endsWith(AGENT_POLICY));
    Judge listed = given("managedPolicyArns", arns -> arns.toString().contains(AGENT_POLICY));
    Judge exclusive = given("policyArns", arns -> arns.toString().contains(AGENT_POLICY));
    Stream<Answer> single =
        Stream.of(
                graph.referring("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "role", role),
                graph.referring("aws:iam/policyAttachment:PolicyAttachment", "roles", role))
            .flatMap(List::stream)
            .map(each -> attached.of(graph, each));
    Stream<Answer> many =
        graph
            .referring(
                "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive",
                "roleName",
                role)
            .stream()
            .map(each -> exclusive.of(graph, each));
    return Answer.any(
        Stream.of(Stream.of(listed.of(graph, role)), single, many).flatMap(each -> each));
  }

  static Answer isClosedToAddressesOutside(ResourceGraph graph, ResourceNode node) {
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
}
