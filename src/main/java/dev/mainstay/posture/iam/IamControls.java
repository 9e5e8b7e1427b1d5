package dev.mainstay.posture.iam;

import static dev.mainstay.posture.model.Control.ids;
import static dev.mainstay.posture.model.Judge.present;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.iam.PolicyText.Statement;
import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Control;
import dev.mainstay.posture.model.Judge;
import dev.mainstay.posture.model.Requirement;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Controls of who may do what. */
public final class IamControls {
  private static final List<String> POLICY =
      List.of(
          "aws:iam/policy:Policy",
          "aws:iam/rolePolicy:RolePolicy",
          "aws:iam/userPolicy:UserPolicy",
          "aws:iam/groupPolicy:GroupPolicy");
  private static final List<String> PERMISSION_SET =
      List.of("aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy");
  private static final List<String> ROLE = List.of("aws:iam/role:Role");
  private static final List<String> DECRYPTING = List.of("kms:Decrypt", "kms:ReEncryptFrom");

  /** Resources that are more than named keys. */
  private static final Pattern ANY_KEY =
      Pattern.compile("[*?]+|arn:[^:]*:kms:(.*[:/])?[^:/]*[*?][^:/]*");

  /** Everything, every action of a service, or the same action of any service. */
  private static final Pattern WILDCARD =
      Pattern.compile("[*?]+|[^:]*:[*?]*\\*[*?]*|[^:]*[*?][^:]*:.*");

  public static final List<Control> ALL =
      List.of(
          new Control(
              "IAM",
              ids("IAM.1", "IAM.21", 60, 61, 62, 63, 274, 168, 169, 258, 301),
              Stream.of(policies(), BroadPolicies.requirements(), ResourcePolicies.requirements())
                  .flatMap(each -> each)
                  .toArray(Requirement[]::new)));

  private IamControls() {}

  private static Stream<Requirement> policies() {
    return Stream.of(
        Requirement.of(POLICY, "it allows no * action", noWildcard("policy")),
        Requirement.of(POLICY, "it decrypts with named keys only", namedKeys("policy")),
        Requirement.of(PERMISSION_SET, "it allows no * action", noWildcard("inlinePolicy")),
        Requirement.of(
            ROLE,
            "it trusts named principals only",
            PolicyText.judge("assumeRolePolicy", IamControls::trustsNamedOnly)),
        Requirement.of(
                ROLE,
                "its own policies allow no * action and decrypt with named keys only",
                IamControls::hasSoundPolicies)
            .where(present("inlinePolicies")));
  }

  private static Judge noWildcard(String path) {
    return PolicyText.judge(path, policy -> Answer.of(allowsNoWildcard(policy)));
  }

  private static Judge namedKeys(String path) {
    return PolicyText.judge(path, policy -> Answer.of(decryptsNamedOnly(policy)));
  }

  private static Answer hasSoundPolicies(ResourceGraph graph, ResourceNode role) {
    return Answer.all(
        Judge.elements(role, "inlinePolicies").stream()
            .map(path -> path + ".policy")
            .flatMap(
                path ->
                    Stream.of(noWildcard(path).of(graph, role), namedKeys(path).of(graph, role))));
  }

  private static Answer trustsNamedOnly(PolicyText policy) {
    return Answer.all(
        policy.isOpen().not(),
        Answer.all(policy.allowing().map(IamControls::trustsNamedIdentities)));
  }

  /** An identity provider speaks for many: a condition has to name whom it may speak for. */
  private static Answer trustsNamedIdentities(Statement statement) {
    boolean web =
        statement.principals().stream()
            .anyMatch(each -> each.contains("oidc-provider/") || each.matches("[\\w.-]+\\.com"));
    if (!web || statement.actions().stream().noneMatch(each -> each.endsWith("WebIdentity"))) {
      return Answer.YES;
    }
    boolean github =
        statement.principals().stream().anyMatch(each -> each.contains("githubusercontent"));
    return github
        ? Answer.of(statement.condition().contains(":sub\""))
        : Conditions.narrow(statement.condition());
  }

  private static boolean allowsNoWildcard(PolicyText policy) {
    return policy
        .allowing()
        .flatMap(each -> each.actions().stream())
        .noneMatch(action -> WILDCARD.matcher(action).matches());
  }

  private static boolean decryptsNamedOnly(PolicyText policy) {
    return policy.allowing().filter(IamControls::decrypts).noneMatch(IamControls::onAny);
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
