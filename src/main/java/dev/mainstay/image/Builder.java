package dev.mainstay.image;

import com.pulumi.aws.iam.InstanceProfile;
import com.pulumi.aws.iam.InstanceProfileArgs;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicyAttachment;
import com.pulumi.aws.iam.RolePolicyAttachmentArgs;
import com.pulumi.aws.imagebuilder.InfrastructureConfiguration;
import com.pulumi.aws.imagebuilder.InfrastructureConfigurationArgs;
import com.pulumi.aws.imagebuilder.inputs.InfrastructureConfigurationInstanceMetadataOptionsArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.mainstay.config.Tags;
import dev.mainstay.iam.Arn;
import dev.mainstay.iam.PolicyDocument;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The servers that build and test an image: in a private subnet, without ingress, terminated even
 * if a build fails. They have the permissions that <a
 * href="https://docs.aws.amazon.com/imagebuilder/latest/userguide/set-up-ib-env.html">Image Builder
 * requires</a> and no access to the stack.
 */
final class Builder {
  /** The limit of Image Builder for the tags of a server. */
  private static final int MOST_TAGS = 30;

  private final String name;
  private final GoldenImageArgs args;
  private final CustomResourceOptions child;
  private final List<Resource> permissions;
  private final InfrastructureConfiguration configuration;

  Builder(String image, GoldenImageArgs args, CustomResourceOptions child) {
    this.name = image + "-builder";
    this.args = args;
    this.child = child;
    var role =
        new Role(
            name,
            RoleArgs.builder()
                .description("Servers that build an image")
                .assumeRolePolicy(PolicyDocument.trust("ec2.amazonaws.com"))
                .tags(Tags.named(args.tags, name))
                .build(),
            child);
    permissions =
        List.of(
            allow("build", role, "EC2InstanceProfileForImageBuilder"),
            allow("managed", role, "AmazonSSMManagedInstanceCore"));
    var profile =
        new InstanceProfile(
            name,
            InstanceProfileArgs.builder()
                .role(role.name())
                .tags(Tags.named(args.tags, name))
                .build(),
            child);
    configuration = configuration(profile);
  }

  /** The infrastructure configuration of the pipeline. */
  Output<String> arn() {
    return configuration.arn();
  }

  /** The permissions that must exist before the first build. */
  List<Resource> permissions() {
    return permissions;
  }

  private InfrastructureConfiguration configuration(InstanceProfile profile) {
    return new InfrastructureConfiguration(
        name,
        InfrastructureConfigurationArgs.builder()
            .description("Servers that build an image")
            .instanceProfileName(profile.name())
            .instanceTypes(args.instanceType())
            .subnetId(args.subnetIds.applyValue(ids -> ids.get(0)))
            .securityGroupIds(args.securityGroupId.applyValue(List::of))
            .instanceMetadataOptions(
                InfrastructureConfigurationInstanceMetadataOptionsArgs.builder()
                    .httpTokens("required")
                    .httpPutResponseHopLimit(1)
                    .build())
            .terminateInstanceOnFailure(true)
            .resourceTags(few(Tags.named(args.tags, name)))
            .tags(Tags.named(args.tags, name))
            .build(),
        child);
  }

  private Resource allow(String what, Role role, String policy) {
    return new RolePolicyAttachment(
        name + "-" + what,
        RolePolicyAttachmentArgs.builder()
            .role(role.name())
            .policyArn(args.kmsKeyArn.applyValue(key -> Arn.parse(key).managedPolicy(policy)))
            .build(),
        child);
  }

  /** The name, and the first of the other tags up to the limit. */
  static Map<String, String> few(Map<String, String> tags) {
    String name = tags.get("Name");
    var others = new TreeMap<>(tags);
    others.remove("Name");
    var result =
        others.entrySet().stream()
            .limit(MOST_TAGS - 1)
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
    result.put("Name", name);
    return result;
  }
}
