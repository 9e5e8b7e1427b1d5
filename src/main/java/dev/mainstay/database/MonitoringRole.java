package dev.mainstay.database;

import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicyAttachment;
import com.pulumi.aws.iam.RolePolicyAttachmentArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.mainstay.config.Tags;
import dev.mainstay.iam.Arn;
import dev.mainstay.iam.PolicyDocument;

/** Lets RDS write the metrics of the operating system to CloudWatch. */
final class MonitoringRole {
  private MonitoringRole() {}

  /** The ARN of the role, known to others only when it has its policy. */
  static Output<String> arn(String database, DatabaseArgs args, CustomResourceOptions child) {
    String name = database + "-monitoring";
    Output<Arn> key = args.kmsKeyArn.applyValue(Arn::parse);
    var role =
        new Role(
            name,
            RoleArgs.builder()
                .description("Lets RDS write operating system metrics to CloudWatch")
                .assumeRolePolicy(
                    key.applyValue(
                        arn -> PolicyDocument.trust("monitoring.rds.amazonaws.com", arn.account())))
                .tags(Tags.named(args.tags, name))
                .build(),
            child);
    var policy =
        new RolePolicyAttachment(
            name,
            RolePolicyAttachmentArgs.builder()
                .role(role.name())
                .policyArn(
                    key.applyValue(
                        arn -> arn.managedPolicy("service-role/AmazonRDSEnhancedMonitoringRole")))
                .build(),
            child);
    return policy.id().apply(attached -> role.arn());
  }
}
