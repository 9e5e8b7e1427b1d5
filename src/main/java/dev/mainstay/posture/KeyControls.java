package dev.mainstay.posture;

import static dev.mainstay.posture.Control.ids;
import static dev.mainstay.posture.Judge.ifGiven;
import static dev.mainstay.posture.Judge.isTrue;
import static dev.mainstay.posture.Judge.oneOf;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.PolicyText.Statement;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Controls of keys and of who may do what. */
final class KeyControls {
  private static final List<String> KEY = List.of("aws:kms/key:Key");
  private static final String KEY_POLICY = "aws:kms/keyPolicy:KeyPolicy";
  private static final List<String> POLICY =
      List.of(
          "aws:iam/policy:Policy",
          "aws:iam/rolePolicy:RolePolicy",
          "aws:iam/userPolicy:UserPolicy",
          "aws:iam/groupPolicy:GroupPolicy");
  private static final List<String> ROLE = List.of("aws:iam/role:Role");
  private static final List<String> ATTACHMENT =
      List.of(
          "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
          "aws:iam/userPolicyAttachment:UserPolicyAttachment",
          "aws:iam/groupPolicyAttachment:GroupPolicyAttachment");
  private static final Set<String> DECRYPTING = Set.of("kms:Decrypt", "kms:ReEncryptFrom", "kms:*");

  static final List<Control> ALL =
      List.of(
          new Control(
              "KMS",
              ids("KMS.4", "KMS.5", 7, 33, "CKV2_AWS_64"),
              Requirement.of(KEY, "enableKeyRotation is true", isTrue("enableKeyRotation"))
                  .where(
                      ifGiven(
                          "customerMasterKeySpec",
                          oneOf("customerMasterKeySpec", "SYMMETRIC_DEFAULT"),
                          Answer.YES)),
              Requirement.of(
                  KEY,
                  "it has a policy, which lets in no * principal",
                  KeyControls::hasClosedPolicy),
              Requirement.of(
                  KEY,
                  "deletionWindowInDays is 30",
                  ifGiven(
                      "deletionWindowInDays", oneOf("deletionWindowInDays", "30"), Answer.YES))),
          new Control(
              "IAM",
              ids("IAM.1", "IAM.21", 60, 61, 62, 63, 274),
              Requirement.of(
                  POLICY,
                  "it allows no * action",
                  ofPolicy("policy", KeyControls::allowsNoWildcard)),
              Requirement.of(
                  POLICY,
                  "it decrypts with named keys only",
                  ofPolicy("policy", KeyControls::decryptsNamedOnly)),
              Requirement.of(
                  ROLE,
                  "it trusts named principals only",
                  ofPolicy(
                      "assumeRolePolicy",
                      policy ->
                          policy.allowing().noneMatch(each -> each.principals().contains("*")))),
              Requirement.of(
                  ATTACHMENT,
                  "it attaches no policy that allows everything",
                  Judge.not(
                      Judge.given(
                          "policyArn",
                          arn -> arn.toString().endsWith(":policy/AdministratorAccess"))))));

  private KeyControls() {}

  static Judge ofPolicy(String path, Predicate<PolicyText> wanted) {
    return (graph, node) ->
        node.input(path)
            .flatMap(PolicyText::read)
            .map(policy -> Answer.of(wanted.test(policy)))
            .orElse(Answer.UNKNOWN);
  }

  private static Answer hasClosedPolicy(ResourceGraph graph, ResourceNode key) {
    List<ResourceNode> holders =
        Stream.concat(
                graph.referring(KEY_POLICY, "keyId", key).stream(),
                Stream.of(key).filter(each -> each.input("policy").isPresent()))
            .toList();
    if (holders.isEmpty()) {
      return Answer.NO;
    }
    Judge closed =
        ofPolicy(
            "policy",
            policy ->
                policy
                    .allowing()
                    .filter(each -> each.condition().isEmpty())
                    .noneMatch(each -> each.principals().contains("*")));
    return Answer.all(holders.stream().map(holder -> closed.of(graph, holder)));
  }

  private static boolean allowsNoWildcard(PolicyText policy) {
    return policy
        .allowing()
        .flatMap(each -> each.actions().stream())
        .noneMatch(action -> action.equals("*") || action.endsWith(":*"));
  }

  private static boolean decryptsNamedOnly(PolicyText policy) {
    return policy.allowing().filter(KeyControls::decrypts).noneMatch(KeyControls::onAny);
  }

  private static boolean decrypts(Statement statement) {
    return statement.actions().stream().anyMatch(DECRYPTING::contains);
  }

  private static boolean onAny(Statement statement) {
    return statement.resources().stream()
        .anyMatch(resource -> resource.equals("*") || resource.endsWith(":key/*"));
  }
}
