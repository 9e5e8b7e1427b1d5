package dev.mainstay.posture.iam;

import dev.mainstay.facts.PolicyFacts;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Judge;
import dev.mainstay.posture.model.Requirement;
import java.util.List;
import java.util.stream.Stream;

/** Policies of AWS that allow everything, or enough to get there, wherever they are attached. */
final class BroadPolicies {
  private static final String WANTED = "it attaches no policy that allows everything";

  private static final List<String> ATTACHMENT =
      List.of(
          "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
          "aws:iam/userPolicyAttachment:UserPolicyAttachment",
          "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
          "aws:iam/policyAttachment:PolicyAttachment");

  private static final List<String> ATTACHMENTS =
      List.of(
          "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive",
          "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive",
          "aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive");

  private static final List<String> IDENTITY = List.of("aws:iam/role:Role", "aws:iam/user:User");

  private BroadPolicies() {}

  static Stream<Requirement> requirements() {
    return Stream.of(
        Requirement.of(
            List.of("aws:iam/role:Role"),
            "it has no policy that allows everything",
            noneOf("managedPolicyArns")),
        Requirement.of(ATTACHMENT, WANTED, noneOf("policyArn")),
        Requirement.of(ATTACHMENTS, WANTED, noneOf("policyArns")),
        Requirement.of(
            List.of("aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment"),
            WANTED,
            noneOf("managedPolicyArn")),
        // Such a boundary bounds nothing.
        Requirement.of(
            IDENTITY,
            "its permissions boundary does not allow everything",
            noneOf("permissionsBoundary")),
        Requirement.of(
            List.of("aws:ssoadmin/permissionsBoundaryAttachment:PermissionsBoundaryAttachment"),
            "its permissions boundary does not allow everything",
            noneOf("permissionsBoundary.managedPolicyArn")));
  }

  /** The ARN at {@code path}, or each of a list of them, is of another policy. */
  private static Judge noneOf(String path) {
    return (graph, node) ->
        Answer.any(
                paths(node, path).stream()
                    .map(
                        each ->
                            Judge.given(each, arn -> PolicyFacts.isBroad(name(arn)))
                                .of(graph, node)))
            .not();
  }

  private static List<String> paths(ResourceNode node, String path) {
    boolean isList = node.input(path).filter(value -> value instanceof List<?>).isPresent();
    return isList ? Judge.elements(node, path) : List.of(path);
  }

  private static String name(Object arn) {
    return arn.toString().replaceFirst("^.*/", "");
  }
}
