package dev.mainstay.posture.iam;

import static dev.mainstay.posture.Verdicts.node;
import static dev.mainstay.posture.Verdicts.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.Verdicts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Policies that let in more than they seem to. */
class OpenPoliciesTest {
  private static String allowing(String principal, String condition) {
    return """
        {"Statement": [{"Effect": "Allow", "Principal": %s, "Action": "x:Do", "Resource": "*"%s}]}
        """
        .formatted(principal, condition.isEmpty() ? "" : ", \"Condition\": " + condition);
  }

  private static String key(String condition) {
    return Verdicts.of(
            "KMS",
            node(
                "aws:kms/key:Key",
                "key",
                Map.of(
                    "enableKeyRotation", true, "policy", allowing("{\"AWS\": \"*\"}", condition))))
        .split(" ", 2)[0];
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"StringEquals\": {\"kms:CallerAccount\": \"1\"}}",
        "{\"StringEquals\": {\"aws:PrincipalOrgID\": \"o-1\"}}",
        "{\"ArnLike\": {\"aws:PrincipalArn\": \"arn:aws:iam::1:role/*\"}}",
        "{\"IpAddress\": {\"aws:SourceIp\": [\"203.0.113.0/24\"]}}",
        "{\"Bool\": {\"aws:SecureTransport\": true}, \"StringEquals\": {\"aws:SourceVpce\": \"v\"}}"
      })
  void aConditionOnWhoAsksCloses(String condition) {
    assertThat(key(condition)).isEqualTo("PASSED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"Bool\": {\"aws:SecureTransport\": \"true\"}}",
        "{\"StringEquals\": {\"kms:ViaService\": \"rds.eu-central-1.amazonaws.com\"}}",
        "{\"StringLike\": {\"aws:PrincipalArn\": \"*\"}}",
        "{\"ArnLike\": {\"aws:PrincipalArn\": \"arn:aws:iam::*:role/admin\"}}",
        "{\"StringNotEquals\": {\"aws:PrincipalAccount\": \"1\"}}",
        "{\"StringEqualsIfExists\": {\"aws:SourceAccount\": \"1\"}}",
        "{\"IpAddress\": {\"aws:SourceIp\": [\"0.0.0.0/1\", \"203.0.113.0/24\"]}}"
      })
  void aConditionThatNarrowsNothingLeavesItOpen(String condition) {
    assertThat(key(condition)).isEqualTo("FAILED");
  }

  @Test
  void aConditionThatIsNotOnRecordLeavesItUnknown() {
    assertThat(key("{\"StringEquals\": {\"new:Key\": \"x\"}}")).isEqualTo("UNKNOWN");
  }

  @Test
  void aDenialForEverybodyMayClose() {
    String policy =
        """
        {"Statement": [
          {"Effect": "Allow", "Principal": "*", "Action": "kms:*", "Resource": "*"},
          {"Effect": "Deny", "Principal": "*", "Action": "kms:*", "Resource": "*",
           "Condition": {"StringNotEquals": {"aws:PrincipalOrgID": "o-1"}}}]}
        """;
    assertThat(
            Verdicts.of(
                "KMS",
                node(
                    "aws:kms/key:Key", "key", Map.of("enableKeyRotation", true, "policy", policy))))
        .startsWith("UNKNOWN");
  }

  @ParameterizedTest
  @CsvSource({
    "aws:sqs/queuePolicy:QueuePolicy,policy",
    "aws:sns/topicPolicy:TopicPolicy,policy",
    "aws:secretsmanager/secretPolicy:SecretPolicy,policy",
    "aws:s3/bucketPolicy:BucketPolicy,policy",
    "aws:ecr/repositoryPolicy:RepositoryPolicy,policy"
  })
  void aResourceThatIsOpenToEverybodyFails(String type, String path) {
    assertThat(Verdicts.of("IAM", node(type, "p", Map.of(path, allowing("\"*\"", "")))))
        .isEqualTo("FAILED [p: its policy allows no * principal]");
    assertThat(Verdicts.of("IAM", node(type, "p", Map.of(path, allowing("{\"AWS\": \"1\"}", "")))))
        .isEqualTo("PASSED");
  }

  @Test
  void aPublicAccessBlockOverridesThePolicyOfABucket() {
    ResourceNode bucket = node("aws:s3/bucketV2:BucketV2", "b", Map.of());
    ResourceNode policy =
        node(
            "aws:s3/bucketPolicy:BucketPolicy",
            "p",
            Map.of("policy", allowing("\"*\"", "")),
            to("bucket", bucket));
    ResourceNode block =
        node(
            "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
            "block",
            Map.of("restrictPublicBuckets", true),
            to("bucket", bucket));

    assertThat(Verdicts.of("IAM", bucket, policy)).startsWith("FAILED");
    assertThat(Verdicts.of("IAM", bucket, policy, block)).isEqualTo("PASSED");
  }

  @Test
  void aFunctionForEverybodyFails() {
    String permission = "aws:lambda/permission:Permission";
    String url = "aws:lambda/functionUrl:FunctionUrl";

    assertThat(Verdicts.of("IAM", node(permission, "p", Map.of("principal", "*"))))
        .startsWith("FAILED");
    assertThat(
            Verdicts.of(
                "IAM", node(permission, "p", Map.of("principal", "*", "principalOrgId", "o-1"))))
        .isEqualTo("PASSED");
    assertThat(Verdicts.of("IAM", node(url, "u", Map.of("authorizationType", "NONE"))))
        .isEqualTo("FAILED [u: authorizationType is AWS_IAM]");
    assertThat(Verdicts.of("IAM", node(url, "u", Map.of("authorizationType", "AWS_IAM"))))
        .isEqualTo("PASSED");
  }

  @ParameterizedTest
  @CsvSource({
    "iam:**,FAILED",
    "iam:*?,FAILED",
    "**,FAILED",
    "*:*,FAILED",
    "s3:*,FAILED",
    "i*:CreateUser,FAILED",
    "s3:Get*,PASSED",
    "s3:GetObject,PASSED"
  })
  void aWildcardIsOneInAnySpelling(String action, String status) {
    String policy =
        """
        {"Statement": {"Effect": "Allow", "Action": "%s", "Resource": "arn:aws:s3:::b"}}
        """
            .formatted(action);
    assertThat(Verdicts.of("IAM", node("aws:iam/policy:Policy", "p", Map.of("policy", policy))))
        .startsWith(status);
  }

  @ParameterizedTest
  @CsvSource({
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment,policyArn",
    "aws:iam/userPolicyAttachment:UserPolicyAttachment,policyArn",
    "aws:iam/groupPolicyAttachment:GroupPolicyAttachment,policyArn",
    "aws:iam/policyAttachment:PolicyAttachment,policyArn",
    "aws:iam/user:User,permissionsBoundary",
    "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment,managedPolicyArn"
  })
  void administratorsAreFoundByAnyAttachment(String type, String path) {
    for (String policy : List.of("AdministratorAccess", "IAMFullAccess", "PowerUserAccess")) {
      assertThat(
              Verdicts.of(
                  "IAM", node(type, "a", Map.of(path, "arn:aws-cn:iam::aws:policy/" + policy))))
          .as(policy)
          .startsWith("FAILED");
    }
    assertThat(
            Verdicts.of(
                "IAM", node(type, "a", Map.of(path, "arn:aws:iam::aws:policy/ReadOnlyAccess"))))
        .isEqualTo("PASSED");
  }

  @Test
  void administratorsAreFoundInLists() {
    assertThat(
            Verdicts.of(
                "IAM",
                node(
                    "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive",
                    "a",
                    Map.of("policyArns", List.of("x/ReadOnlyAccess", "x/AdministratorAccess")))))
        .startsWith("FAILED");
  }

  private static String trust(String statement) {
    return Verdicts.of(
            "IAM",
            node(
                "aws:iam/role:Role",
                "r",
                Map.of("assumeRolePolicy", "{\"Statement\": " + statement + "}")))
        .split(" ", 2)[0];
  }

  @Test
  void aRoleForGithubNamesTheRepository() {
    String statement =
        """
        {"Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity", "Principal":
         {"Federated": "arn:aws:iam::1:oidc-provider/token.actions.githubusercontent.com"}%s}
        """;
    String claim =
        ", \"Condition\": {\"StringEquals\": {\"token.actions.githubusercontent.com:%s\": \"x\"}}";

    assertThat(trust(statement.formatted(""))).isEqualTo("FAILED");
    assertThat(trust(statement.formatted(claim.formatted("aud")))).isEqualTo("FAILED");
    assertThat(trust(statement.formatted(claim.formatted("sub")))).isEqualTo("PASSED");
  }

  @Test
  void aRoleForEverybodyOfTheOrganizationIsClosed() {
    assertThat(
            trust(
                """
                {"Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole",
                 "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-1"}}}
                """))
        .isEqualTo("PASSED");
    assertThat(
            trust(
                """
                {"Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole",
                 "Condition": {"StringEquals": {"sts:ExternalId": "secret"}}}
                """))
        .isEqualTo("FAILED");
  }
}
