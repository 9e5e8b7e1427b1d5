package dev.mainstay.posture.iam;

import static dev.mainstay.posture.model.Control.ids;
import static dev.mainstay.posture.model.Judge.given;
import static dev.mainstay.posture.model.Judge.ifGiven;
import static dev.mainstay.posture.model.Judge.isTrue;
import static dev.mainstay.posture.model.Judge.not;
import static dev.mainstay.posture.model.Judge.oneOf;
import static dev.mainstay.posture.model.Judge.present;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.iam.PolicyText.Statement;
import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Control;
import dev.mainstay.posture.model.Judge;
import dev.mainstay.posture.model.Requirement;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Controls of keys and of who may do what. */
public final class KeyControls {
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
  private static final List<String> DECRYPTING = List.of("kms:Decrypt", "kms:ReEncryptFrom");

  /** Resources that are more than named keys. */
  private static final Pattern ANY_KEY =
      Pattern.compile("\\*|arn:[^:]*:kms:(.*[:/])?[^:/]*[*?][^:/]*");

  public static final List<Control> ALL =
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
                      ROLE,
                      "its own policies allow no * action and decrypt with named keys only",
                      KeyControls::hasSoundPolicies)
                  .where(present("inlinePolicies")),
              Requirement.of(
                  ROLE,
                  "it has no policy that allows everything",
                  (graph, role) ->
                      Answer.any(
                              Judge.elements(role, "managedPolicyArns").stream()
                                  .map(
                                      path ->
                                          given(path, KeyControls::isForAdministrators)
                                              .of(graph, role)))
                          .not()),
              Requirement.of(
                  ATTACHMENT,
                  "it attaches no policy that allows everything",
                  not(given("policyArn", KeyControls::isForAdministrators)))));

  private KeyControls() {}

  private static Answer hasSoundPolicies(ResourceGraph graph, ResourceNode role) {
    return Answer.all(
        Judge.elements(role, "inlinePolicies").stream()
            .map(path -> path + ".policy")
            .flatMap(
                path ->
                    Stream.of(
                        ofPolicy(path, KeyControls::allowsNoWildcard).of(graph, role),
                        ofPolicy(path, KeyControls::decryptsNamedOnly).of(graph, role))));
  }

  private static boolean isForAdministrators(Object policyArn) {
    return policyArn.toString().endsWith(":policy/AdministratorAccess");
  }

  public static Judge ofPolicy(String path, Predicate<PolicyText> wanted) {
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
    return statement.actions().stream()
        .anyMatch(pattern -> DECRYPTING.stream().anyMatch(action -> covers(pattern, action)));
  }

  private static boolean onAny(Statement statement) {
    return statement.resources().stream().anyMatch(each -> ANY_KEY.matcher(each).matches());
  }

  /** As IAM compares, which knows {@code *} and {@code ?}, and no upper or lower case. */
  private static boolean covers(String pattern, String text) {
    String regex = Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE).matcher(text).matches();
  }
}
