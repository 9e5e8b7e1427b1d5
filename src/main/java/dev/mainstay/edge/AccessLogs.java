package dev.mainstay.edge;

import com.pulumi.aws.lb.inputs.LoadBalancerAccessLogsArgs;
import com.pulumi.aws.s3.BucketLifecycleConfigurationV2;
import com.pulumi.aws.s3.BucketLifecycleConfigurationV2Args;
import com.pulumi.aws.s3.BucketOwnershipControls;
import com.pulumi.aws.s3.BucketOwnershipControlsArgs;
import com.pulumi.aws.s3.BucketPolicy;
import com.pulumi.aws.s3.BucketPolicyArgs;
import com.pulumi.aws.s3.BucketPublicAccessBlock;
import com.pulumi.aws.s3.BucketPublicAccessBlockArgs;
import com.pulumi.aws.s3.BucketServerSideEncryptionConfigurationV2;
import com.pulumi.aws.s3.BucketServerSideEncryptionConfigurationV2Args;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.s3.BucketV2Args;
import com.pulumi.aws.s3.BucketVersioningV2;
import com.pulumi.aws.s3.BucketVersioningV2Args;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleAbortIncompleteMultipartUploadArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleExpirationArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleFilterArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleNoncurrentVersionExpirationArgs;
import com.pulumi.aws.s3.inputs.BucketOwnershipControlsRuleArgs;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationV2RuleArgs;
import com.pulumi.aws.s3.inputs.BucketVersioningV2VersioningConfigurationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.mainstay.config.Tags;
import dev.mainstay.facts.Region;
import dev.mainstay.iam.Arn;
import dev.mainstay.iam.PolicyDocument;
import dev.mainstay.iam.PolicyDocument.Statement;

/**
 * The bucket of the load balancer's access logs, as <a
 * href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html">its
 * guide</a> requires: in the same region, encrypted with S3 managed keys.
 */
final class AccessLogs {
  /** Retention of failed uploads and of overwritten logs. */
  private static final int LEFTOVER_DAYS = 7;

  private final String name;
  private final EdgeArgs args;
  private final CustomResourceOptions child;
  private final BucketV2 bucket;
  private final BucketPolicy policy;

  AccessLogs(String edge, EdgeArgs args, CustomResourceOptions child) {
    this.name = edge + "-logs";
    this.args = args;
    this.child = child;
    bucket =
        new BucketV2(
            name,
            BucketV2Args.builder()
                .forceDestroy(!args.deletionProtection())
                .tags(Tags.named(args.tags, name))
                .build(),
            child);
    encrypt();
    expire(keepVersions());
    policy = allowDelivery(closeToThePublic());
  }

  /** The access log settings of the load balancer. */
  LoadBalancerAccessLogsArgs destination() {
    return LoadBalancerAccessLogsArgs.builder().enabled(true).bucket(bucket.id()).build();
  }

  /** The permission that must exist first: AWS writes a test file when logging is turned on. */
  BucketPolicy permission() {
    return policy;
  }

  private void encrypt() {
    var byDefault =
        BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs
            .builder()
            .sseAlgorithm("AES256")
            .build();
    new BucketServerSideEncryptionConfigurationV2(
        name,
        BucketServerSideEncryptionConfigurationV2Args.builder()
            .bucket(bucket.id())
            .rules(
                BucketServerSideEncryptionConfigurationV2RuleArgs.builder()
                    .applyServerSideEncryptionByDefault(byDefault)
                    .build())
            .build(),
        child);
  }

  private BucketVersioningV2 keepVersions() {
    return new BucketVersioningV2(
        name,
        BucketVersioningV2Args.builder()
            .bucket(bucket.id())
            .versioningConfiguration(
                BucketVersioningV2VersioningConfigurationArgs.builder().status("Enabled").build())
            .build(),
        child);
  }

  private void expire(BucketVersioningV2 versions) {
    new BucketLifecycleConfigurationV2(
        name,
        BucketLifecycleConfigurationV2Args.builder()
            // A rule for versions requires versioning.
            .bucket(versions.bucket())
            .rules(
                BucketLifecycleConfigurationV2RuleArgs.builder()
                    .id("expire")
                    .status("Enabled")
                    .filter(
                        BucketLifecycleConfigurationV2RuleFilterArgs.builder().prefix("").build())
                    .expiration(
                        BucketLifecycleConfigurationV2RuleExpirationArgs.builder()
                            .days(args.logRetentionDays())
                            .build())
                    .noncurrentVersionExpiration(
                        BucketLifecycleConfigurationV2RuleNoncurrentVersionExpirationArgs.builder()
                            .noncurrentDays(LEFTOVER_DAYS)
                            .build())
                    .abortIncompleteMultipartUpload(
                        BucketLifecycleConfigurationV2RuleAbortIncompleteMultipartUploadArgs
                            .builder()
                            .daysAfterInitiation(LEFTOVER_DAYS)
                            .build())
                    .build())
            .build(),
        child);
  }

  private BucketPublicAccessBlock closeToThePublic() {
    new BucketOwnershipControls(
        name,
        BucketOwnershipControlsArgs.builder()
            .bucket(bucket.id())
            .rule(
                BucketOwnershipControlsRuleArgs.builder()
                    .objectOwnership("BucketOwnerEnforced")
                    .build())
            .build(),
        child);
    return new BucketPublicAccessBlock(
        name,
        BucketPublicAccessBlockArgs.builder()
            .bucket(bucket.id())
            .blockPublicAcls(true)
            .blockPublicPolicy(true)
            .ignorePublicAcls(true)
            .restrictPublicBuckets(true)
            .build(),
        child);
  }

  private BucketPolicy allowDelivery(BucketPublicAccessBlock closed) {
    return new BucketPolicy(
        name,
        BucketPolicyArgs.builder()
            // S3 rejects a policy during a change of the bucket's public access.
            .bucket(closed.bucket())
            .policy(
                Output.tuple(bucket.arn(), args.kmsKeyArn)
                    .applyValue(arns -> policy(arns.t1, Arn.parse(arns.t2))))
            .build(),
        child);
  }

  private String policy(String bucketArn, Arn key) {
    return PolicyDocument.of(
        deliverer(Statement.allow("s3:PutObject"), key)
            .on("%s/AWSLogs/%s/*".formatted(bucketArn, key.account())),
        Statement.deny("s3:*")
            .principal("AWS", "*")
            .on(bucketArn, bucketArn + "/*")
            .when("Bool", "aws:SecureTransport", "false"));
  }

  /** An AWS account in older regions, a service in regions since August 2022. */
  private Statement deliverer(Statement statement, Arn key) {
    return Region.named(args.region)
        .flatMap(Region::elbAccountId)
        .map(id -> statement.principal("AWS", "arn:%s:iam::%s:root".formatted(key.partition(), id)))
        .orElseGet(() -> statement.service("logdelivery.elasticloadbalancing.amazonaws.com"));
  }
}
