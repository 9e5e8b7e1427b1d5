package dev.mainstay.security;

import com.pulumi.aws.kms.Alias;
import com.pulumi.aws.kms.AliasArgs;
import com.pulumi.aws.kms.Key;
import com.pulumi.aws.kms.KeyArgs;
import com.pulumi.aws.kms.KeyPolicy;
import com.pulumi.aws.kms.KeyPolicyArgs;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.mainstay.config.Refusal;
import dev.mainstay.config.Tags;
import dev.mainstay.iam.Arn;
import dev.mainstay.iam.PolicyDocument;
import dev.mainstay.iam.PolicyDocument.Statement;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * One KMS key with yearly rotation for all stored data of the stack.
 *
 * <p>IAM policies of the account grant its use; AWS services use it for resources of this account
 * only. The ARN resolves once the key policy is in force. A deletion can be canceled for 30 days.
 */
public final class EncryptionKey extends ComponentResource {
  private static final int DELETION_WINDOW_DAYS = 30;

  @Export(refs = String.class, tree = "[0]")
  private final Output<String> arn;

  public EncryptionKey(
      String name, EncryptionKeyArgs args, @Nullable ComponentResourceOptions options) {
    super("mainstay:index:EncryptionKey", Refusal.unlessSound(name, args), options);
    var child = CustomResourceOptions.builder().parent(this).build();

    var key =
        new Key(
            name,
            KeyArgs.builder()
                .description("Data at rest of this stack")
                .enableKeyRotation(true)
                .deletionWindowInDays(DELETION_WINDOW_DAYS)
                .tags(Tags.named(args.tags, name))
                .build(),
            child);
    var policy =
        new KeyPolicy(
            name,
            KeyPolicyArgs.builder()
                .keyId(key.keyId())
                .policy(key.arn().applyValue(own -> policy(Arn.parse(own), args.region)))
                .build(),
            child);
    new Alias(name, AliasArgs.builder().targetKeyId(key.keyId()).build(), child);

    // The ARN waits for the policy, so whatever uses the key has its permission.
    arn = Output.tuple(key.arn(), policy.id()).applyValue(both -> both.t1);
    registerOutputs(Map.of("arn", arn));
  }

  /** The ARN of the key. Resolves once its policy is in force. */
  public Output<String> arn() {
    return arn;
  }

  private static String policy(Arn own, String region) {
    String logs = "logs.%s.amazonaws.com".formatted(region);
    return PolicyDocument.of(
        // Without this statement the key becomes unmanageable:
        // https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
        Statement.allow("kms:*")
            .principal("AWS", "arn:%s:iam::%s:root".formatted(own.partition(), own.account()))
            .on("*"),
        // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
        Statement.allow(
                "kms:Encrypt",
                "kms:Decrypt",
                "kms:ReEncrypt*",
                "kms:GenerateDataKey*",
                "kms:DescribeKey")
            .service(logs)
            .on("*")
            .when(
                "ArnLike",
                "kms:EncryptionContext:aws:logs:arn",
                "arn:%s:logs:%s:%s:*".formatted(own.partition(), region, own.account())),
        // Alarms, database events and budgets publish to an encrypted topic:
        // https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
        mayPublish("cloudwatch.amazonaws.com", own),
        mayPublish("events.rds.amazonaws.com", own),
        mayPublish("budgets.amazonaws.com", own));
  }

  private static Statement mayPublish(String service, Arn own) {
    return Statement.allow("kms:Decrypt", "kms:GenerateDataKey*")
        .service(service)
        .on("*")
        .when("StringEquals", "aws:SourceAccount", own.account());
  }
}
