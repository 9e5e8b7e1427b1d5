package dev.mainstay.web;

import com.pulumi.aws.iam.InstanceProfile;
import com.pulumi.aws.iam.InstanceProfileArgs;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.aws.iam.RolePolicyAttachment;
import com.pulumi.aws.iam.RolePolicyAttachmentArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.mainstay.config.Tags;
import dev.mainstay.iam.Arn;
import dev.mainstay.iam.PolicyDocument;
import dev.mainstay.iam.PolicyDocument.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The role of a web server: management by Systems Manager, read access to the stack's parameters,
 * creation of the shared machine key, download of the application.
 *
 * <p>{@link ConnectionParameters} attaches the access to the database and the cache, so no server
 * waits for them.
 */
final class ServerRole {
  private final WebFleetArgs args;
  private final CustomResourceOptions child;
  private final Role role;
  private final InstanceProfile profile;
  private final List<Resource> permissions = new ArrayList<>();

  ServerRole(String fleet, WebFleetArgs args, CustomResourceOptions child) {
    this.args = args;
    this.child = child;
    String name = fleet + "-role";
    role =
        new Role(
            name,
            RoleArgs.builder()
                .description("Web servers")
                .assumeRolePolicy(PolicyDocument.trust("ec2.amazonaws.com"))
                .tags(Tags.named(args.tags, name))
                .build(),
            child);
    profile =
        new InstanceProfile(
            fleet + "-profile",
            InstanceProfileArgs.builder()
                .role(role.name())
                .tags(Tags.named(args.tags, fleet + "-profile"))
                .build(),
            child);
    permissions.add(
        new RolePolicyAttachment(
            fleet + "-managed",
            RolePolicyAttachmentArgs.builder()
                .role(role.name())
                .policyArn(
                    args.kmsKeyArn.applyValue(
                        key -> Arn.parse(key).managedPolicy("AmazonSSMManagedInstanceCore")))
                .build(),
            child));
    allow(fleet + "-parameters", this::parameters);
    if (args.application != null) {
      allow(fleet + "-application", this::application);
    }
  }

  Role role() {
    return role;
  }

  InstanceProfile profile() {
    return profile;
  }

  /** The permissions that must exist before the first server boots. */
  Resource[] permissions() {
    return permissions.toArray(Resource[]::new);
  }

  private interface Policy {
    String forKey(String kmsKeyArn);
  }

  private void allow(String name, Policy policy) {
    Output<String> document = args.kmsKeyArn.applyValue(policy::forKey);
    permissions.add(
        new RolePolicy(
            name, RolePolicyArgs.builder().role(role.name()).policy(document).build(), child));
  }

  private String parameters(String key) {
    String path = parameterArn(key, args.parametersPath);
    String below = path + "/*";
    String machineKey = path + "/" + ParameterNames.machineKey(key);
    String systemsManager = "ssm.%s.amazonaws.com".formatted(args.region);
    // Systems Manager sends the parameter as encryption context:
    // https://docs.aws.amazon.com/kms/latest/developerguide/services-parameter-store.html
    String parameter = "kms:EncryptionContext:PARAMETER_ARN";
    return PolicyDocument.of(
        Statement.allow("ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath")
            .on(path, below),
        Statement.allow("ssm:PutParameter").on(machineKey),
        Statement.allow("kms:Decrypt")
            .on(key)
            .when("StringEquals", "kms:ViaService", systemsManager)
            .when("StringLike", parameter, below),
        Statement.allow("kms:Encrypt")
            .on(key)
            .when("StringEquals", "kms:ViaService", systemsManager)
            .when("StringEquals", parameter, machineKey));
  }

  private String application(String key) {
    return PolicyDocument.of(
        Statement.allow("s3:GetObject")
            .on(
                "arn:%s:s3:::%s/%s"
                    .formatted(
                        Arn.parse(key).partition(),
                        args.application.bucket,
                        args.application.key)));
  }

  private String parameterArn(String key, String name) {
    Arn arn = Arn.parse(key);
    return "arn:%s:ssm:%s:%s:parameter%s"
        .formatted(arn.partition(), args.region, arn.account(), name);
  }
}
