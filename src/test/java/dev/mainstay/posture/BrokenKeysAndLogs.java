package dev.mainstay.posture;

import static dev.mainstay.posture.BrokenControlsTest.broken;
import static dev.mainstay.posture.Mutation.remove;
import static dev.mainstay.posture.Mutation.set;
import static dev.mainstay.posture.Mutation.setIn;
import static dev.mainstay.posture.Mutation.unset;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Ways to break the controls of keys, permissions, logs and alarms. */
public final class BrokenKeysAndLogs {
  private static final String KEY = "aws:kms/key:Key";
  private static final String LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
  private static final String PUBLIC_ACCESS =
      "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
  private static final String ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";

  private BrokenKeysAndLogs() {}

  static Stream<Arguments> all() {
    return Stream.of(rest()).flatMap(each -> each);
  }

  private static Stream<Arguments> rest() {
    return Stream.of(
        broken("KMS", "rotation", set(KEY, "*", "enableKeyRotation", false)),
        broken("KMS", "window", set(KEY, "*", "deletionWindowInDays", 7L)),
        broken("KMS", "no policy", remove("aws:kms/keyPolicy:KeyPolicy", "*")),
        broken(
            "KMS",
            "for all",
            set("aws:kms/keyPolicy:KeyPolicy", "*", "policy", allow("kms:Encrypt", "*"))),
        broken("IAM", "everything", set(ROLE_POLICY, "*", "policy", allow("*", "arn"))),
        broken("IAM", "a whole service", set(ROLE_POLICY, "*", "policy", allow("s3:*", "arn"))),
        broken("IAM", "any key", set(ROLE_POLICY, "*", "policy", allow("kms:Decrypt", "*"))),
        broken(
            "IAM",
            "trust",
            set("aws:iam/role:Role", "*", "assumeRolePolicy", allow("sts:AssumeRole", "*"))),
        broken(
            "IAM",
            "administrators",
            set(
                "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
                "database-monitoring",
                "policyArn",
                "arn:aws:iam::aws:policy/AdministratorAccess")),
        broken("Log groups", "a month", set(LOG_GROUP, "*", "retentionInDays", 30L)),
        broken("Log groups", "for ever", unset(LOG_GROUP, "*", "retentionInDays")),
        broken("Log groups", "no key", unset(LOG_GROUP, "*", "kmsKeyId")),
        broken("Log bucket", "blockPublicAcls", set(PUBLIC_ACCESS, "*", "blockPublicAcls", false)),
        broken(
            "Log bucket", "blockPublicPolicy", set(PUBLIC_ACCESS, "*", "blockPublicPolicy", false)),
        broken(
            "Log bucket", "ignorePublicAcls", set(PUBLIC_ACCESS, "*", "ignorePublicAcls", false)),
        broken(
            "Log bucket",
            "restrictPublicBuckets",
            set(PUBLIC_ACCESS, "*", "restrictPublicBuckets", false)),
        broken(
            "Log bucket",
            "plain HTTP",
            set("aws:s3/bucketPolicy:BucketPolicy", "*", "policy", allow("s3:Get", "*"))),
        broken(
            "Log bucket",
            "versions",
            setIn(
                "aws:s3/bucketVersioningV2:BucketVersioningV2",
                "*",
                "versioningConfiguration",
                "status",
                "Suspended")),
        broken(
            "Log bucket",
            "for ever",
            remove("aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2", "*")),
        broken("Alarms, SNS", "off", set(SoundStack.ALARM, "*", "actionsEnabled", false)),
        broken("Alarms, SNS", "for nobody", unset(SoundStack.ALARM, "*", "alarmActions")),
        broken("Alarms, SNS", "not encrypted", unset(SoundStack.TOPIC, "*", "kmsMasterKeyId")));
  }

  private static String allow(String action, String resource) {
    return """
        {"Statement": {"Effect": "Allow", "Action": "%s", "Resource": "%s", "Principal": "*"}}"""
        .formatted(action, resource);
  }
}
