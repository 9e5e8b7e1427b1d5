package dev.mainstay.iam;

import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.aws.iam.RolePolicyAttachment;
import com.pulumi.aws.iam.RolePolicyAttachmentArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.mainstay.config.Tags;
import java.util.Map;

/**
 * A role that one AWS service assumes, with one policy.
 *
 * <p>Its ARN resolves once the policy is attached, so what uses the role never runs without its
 * permissions.
 */
public final class ServiceRole {
  private final String name;
  private final CustomResourceOptions child;
  private final Role role;

  /**
   * Declares the role, without a policy.
   *
   * @param trust the policy that names the service; see {@link PolicyDocument#trust(String)}
   * @param tags the tags of the stack
   */
  public ServiceRole(
      String name,
      String description,
      Output<String> trust,
      Map<String, String> tags,
      CustomResourceOptions child) {
    this.name = name;
    this.child = child;
    role =
        new Role(
            name,
            RoleArgs.builder()
                .description(description)
                .assumeRolePolicy(trust)
                .tags(Tags.named(tags, name))
                .build(),
            child);
  }

  /**
   * Attaches an AWS managed policy and returns the ARN of the role.
   *
   * @param policy the name of the policy with its path, such as {@code service-role/...}
   * @param ownArn an ARN of the account, for the partition
   */
  public Output<String> withManagedPolicy(String policy, Output<String> ownArn) {
    var attachment =
        new RolePolicyAttachment(
            name,
            RolePolicyAttachmentArgs.builder()
                .role(role.name())
                .policyArn(ownArn.applyValue(arn -> Arn.parse(arn).managedPolicy(policy)))
                .build(),
            child);
    return arnAfter(attachment.id());
  }

  /** Attaches a policy of its own and returns the ARN of the role. */
  public Output<String> withPolicy(Output<String> document) {
    var policy =
        new RolePolicy(
            name, RolePolicyArgs.builder().role(role.id()).policy(document).build(), child);
    return arnAfter(policy.id());
  }

  private Output<String> arnAfter(Output<String> policyId) {
    return Output.tuple(role.arn(), policyId).applyValue(both -> both.t1);
  }
}
