package dev.mainstay.posture.iam;

import static dev.mainstay.posture.Verdicts.node;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.posture.Verdicts;
import dev.mainstay.posture.model.Judge;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as a policy that allows too much, in whatever form it is written. */
public class PolicyTest {
  private static final String WILDCARD = "FAILED [p: it allows no * action]";
  private static final String ANY_KEY = "FAILED [p: it decrypts with named keys only]";

  private static String verdict(String type, String statement) {
    return Verdicts.of(
        "IAM", node(type, "p", Map.of("policy", "{\"Statement\": [%s]}".formatted(statement))));
  }

  private static String verdict(String statement) {
    return verdict("aws:iam/policy:Policy", statement);
  }

  private static String allow(String action, String resource) {
    return """
        {"Effect": "Allow", "Action": ["s3:GetObject", "%s"], "Resource": ["arn:aws:s3:::b/*", "%s"]}"""
        .formatted(action, resource);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aws:iam/policy:Policy",
        "aws:iam/rolePolicy:RolePolicy",
        "aws:iam/userPolicy:UserPolicy",
        "aws:iam/groupPolicy:GroupPolicy"
      })
  void everyKindOfPolicyIsRead(String type) {
    assertThat(verdict(type, allow("*", "arn:aws:s3:::b"))).isEqualTo(WILDCARD);
    assertThat(verdict(type, allow("s3:*", "arn:aws:s3:::b"))).isEqualTo(WILDCARD);
    assertThat(verdict(type, allow("s3:Get*", "arn:aws:s3:::b"))).isEqualTo("PASSED");
  }

  @Test
  void whatIsDeniedIsNotAllowed() {
    assertThat(verdict("{\"Effect\": \"Deny\", \"Action\": \"*\", \"Resource\": \"*\"}"))
        .isEqualTo("PASSED");
    assertThat(verdict("{\"Effect\": \"Deny\", \"NotAction\": \"s3:*\", \"NotResource\": \"a\"}"))
        .isEqualTo("PASSED");
  }

  @Test
  void allButAFewActionsAreAllActions() {
    assertThat(
            verdict(
                "{\"Effect\": \"Allow\", \"NotAction\": \"iam:*\", \"Resource\": \"arn:aws:s3:::b\"}"))
        .isEqualTo(WILDCARD);
  }

  @Test
  void allButAFewResourcesAreAllKeys() {
    assertThat(
            verdict(
                "{\"Effect\": \"Allow\", \"Action\": \"kms:Decrypt\", \"NotResource\": \"arn:x\"}"))
        .isEqualTo(ANY_KEY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"kms:Decrypt", "KMS:decrypt", "kms:De*", "kms:ReEncrypt*", "kms:?ecrypt", "k*"})
  void whateverCoversDecryptionDecrypts(String action) {
    assertThat(verdict(allow(action, "*"))).isEqualTo(ANY_KEY);
    assertThat(verdict(allow(action, "arn:aws:kms:eu-central-1:1:key/1"))).isEqualTo("PASSED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"kms:Encrypt", "kms:GenerateDataKey", "kmsxDecrypt", "s3:Get*"})
  void whatDoesNotDecryptMayNameAnyKey(String action) {
    assertThat(verdict(allow(action, "*"))).isEqualTo("PASSED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "arn:aws:kms:*",
        "arn:aws:kms:eu-central-1:1:*",
        "arn:aws:kms:eu-central-1:1:key/*",
        "arn:aws:kms:*:1:key/?*"
      })
  void aPatternOfKeysIsNoNamedKey(String resource) {
    assertThat(verdict(allow("kms:Decrypt", resource))).isEqualTo(ANY_KEY);
  }

  @Test
  void aKeyOfManyRegionsIsANamedKey() {
    assertThat(verdict(allow("kms:Decrypt", "arn:aws:kms:*:1:key/mrk-1"))).isEqualTo("PASSED");
  }

  @Test
  void whatIsNoPolicyIsUnknown() {
    String unknown = "UNKNOWN [p: it allows no * action; p: it decrypts with named keys only]";
    for (String statement :
        List.of("{\"Action\": \"*\"}", "{\"Effect\": {}}", "7", "[\"x\"", "[]")) {
      assertThat(verdict(statement)).as(statement).isEqualTo(unknown);
    }
    assertThat(Verdicts.of("IAM", node("aws:iam/policy:Policy", "p", Map.of()))).isEqualTo(unknown);
  }

  @Test
  void aRoleIsTrustedByNobodyInParticular() {
    String trust = "FAILED [r: it trusts named principals only]";

    assertThat(trusted("\"Principal\": \"*\"")).isEqualTo(trust);
    assertThat(trusted("\"Principal\": {\"AWS\": [\"1\", \"*\"]}")).isEqualTo(trust);
    assertThat(trusted("\"NotPrincipal\": {\"AWS\": \"1\"}")).isEqualTo(trust);
    assertThat(trusted("\"Principal\": {\"Service\": \"ec2.amazonaws.com\"}")).isEqualTo("PASSED");
  }

  private static String trusted(String principal) {
    return Verdicts.of(
        "IAM",
        node(
            "aws:iam/role:Role",
            "r",
            Map.of(
                "assumeRolePolicy",
                "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"sts:AssumeRole\", %s}}"
                    .formatted(principal))));
  }

  @Test
  void thePoliciesInsideARoleAreReadToo() {
    assertThat(withRole("inlinePolicies", List.of(inline("s3:*", "arn:aws:s3:::b"))))
        .isEqualTo(
            "FAILED [r: its own policies allow no * action and decrypt with named keys only]");
    assertThat(
            withRole("inlinePolicies", List.of(inline("s3:Get", "b"), inline("kms:Decrypt", "*"))))
        .isEqualTo(
            "FAILED [r: its own policies allow no * action and decrypt with named keys only]");
    assertThat(withRole("inlinePolicies", List.of(inline("s3:Get", "b")))).isEqualTo("PASSED");
    assertThat(
            withRole(
                "managedPolicyArns",
                List.of("arn:a", "arn:aws:iam::aws:policy/AdministratorAccess")))
        .isEqualTo("FAILED [r: it has no policy that allows everything]");
    assertThat(withRole("managedPolicyArns", List.of("arn:aws:iam::aws:policy/ReadOnlyAccess")))
        .isEqualTo("PASSED");
  }

  private static Map<String, Object> inline(String action, String resource) {
    return Map.of("policy", "{\"Statement\": %s}".formatted(allow(action, resource)));
  }

  private static String withRole(String property, Object value) {
    return Verdicts.of(
        "IAM",
        node(
            "aws:iam/role:Role",
            "r",
            Map.of("assumeRolePolicy", "{\"Statement\": []}", property, value)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
        "aws:iam/userPolicyAttachment:UserPolicyAttachment",
        "aws:iam/groupPolicyAttachment:GroupPolicyAttachment"
      })
  void nobodyIsMadeAdministrator(String type) {
    String arn = "arn:aws:iam::aws:policy/AdministratorAccess";

    assertThat(Verdicts.of("IAM", node(type, "a", Map.of("policyArn", arn))))
        .isEqualTo("FAILED [a: it attaches no policy that allows everything]");
    assertThat(Verdicts.of("IAM", node(type, "a", Map.of("policyArn", Judge.NOT_YET_KNOWN))))
        .isEqualTo("UNKNOWN [a: it attaches no policy that allows everything]");
  }
}
