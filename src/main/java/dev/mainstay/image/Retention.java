package dev.mainstay.image;

import com.pulumi.aws.ec2.Tag;
import com.pulumi.aws.ec2.TagArgs;
import com.pulumi.aws.imagebuilder.ImageRecipe;
import com.pulumi.aws.imagebuilder.LifecyclePolicy;
import com.pulumi.aws.imagebuilder.LifecyclePolicyArgs;
import com.pulumi.aws.imagebuilder.inputs.LifecyclePolicyPolicyDetailActionArgs;
import com.pulumi.aws.imagebuilder.inputs.LifecyclePolicyPolicyDetailActionIncludeResourcesArgs;
import com.pulumi.aws.imagebuilder.inputs.LifecyclePolicyPolicyDetailArgs;
import com.pulumi.aws.imagebuilder.inputs.LifecyclePolicyPolicyDetailExclusionRulesAmisArgs;
import com.pulumi.aws.imagebuilder.inputs.LifecyclePolicyPolicyDetailExclusionRulesArgs;
import com.pulumi.aws.imagebuilder.inputs.LifecyclePolicyPolicyDetailFilterArgs;
import com.pulumi.aws.imagebuilder.inputs.LifecyclePolicyResourceSelectionArgs;
import com.pulumi.aws.imagebuilder.inputs.LifecyclePolicyResourceSelectionRecipeArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.mainstay.config.Tags;
import dev.mainstay.iam.PolicyDocument;
import dev.mainstay.iam.ServiceRole;
import java.util.Map;

/**
 * Removes old images with their snapshots, except the image in use: Auto Scaling requires it to
 * replace a failed server.
 */
final class Retention {
  private static final String IN_USE = "mainstay:in-use-by";

  private Retention() {}

  static void of(
      String image, GoldenImageArgs args, ImageRecipe recipe, CustomResourceOptions child) {
    String name = image + "-retention";
    if (args.imageInUse != null && args.imageInUse.startsWith("ami-")) {
      new Tag(
          image + "-in-use",
          TagArgs.builder().resourceId(args.imageInUse).key(IN_USE).value(args.stackName).build(),
          child);
    }
    new LifecyclePolicy(
        name,
        LifecyclePolicyArgs.builder()
            .description("Keeps the newest images and the one in use")
            .executionRole(role(name, args, child))
            .resourceType("AMI_IMAGE")
            .policyDetails(oldest(args))
            .resourceSelection(
                LifecyclePolicyResourceSelectionArgs.builder()
                    .recipes(
                        LifecyclePolicyResourceSelectionRecipeArgs.builder()
                            .name(recipe.name())
                            .semanticVersion(recipe.version())
                            .build())
                    .build())
            .tags(Tags.named(args.tags, name))
            .build(),
        child);
  }

  private static LifecyclePolicyPolicyDetailArgs oldest(GoldenImageArgs args) {
    return LifecyclePolicyPolicyDetailArgs.builder()
        .filter(
            LifecyclePolicyPolicyDetailFilterArgs.builder()
                .type("COUNT")
                .value(args.keepImages())
                .build())
        .action(
            LifecyclePolicyPolicyDetailActionArgs.builder()
                .type("DELETE")
                .includeResources(
                    LifecyclePolicyPolicyDetailActionIncludeResourcesArgs.builder()
                        .amis(true)
                        .snapshots(true)
                        .build())
                .build())
        .exclusionRules(
            LifecyclePolicyPolicyDetailExclusionRulesArgs.builder()
                .amis(
                    LifecyclePolicyPolicyDetailExclusionRulesAmisArgs.builder()
                        .tagMap(Map.of(IN_USE, args.stackName))
                        .build())
                .build())
        .build();
  }

  private static Output<String> role(
      String name, GoldenImageArgs args, CustomResourceOptions child) {
    var role =
        new ServiceRole(
            name,
            "Lets Image Builder remove old images of its own",
            Output.of(PolicyDocument.trust("imagebuilder.amazonaws.com")),
            args.tags,
            child);
    return role.withManagedPolicy(
        "service-role/EC2ImageBuilderLifecycleExecutionPolicy", args.kmsKeyArn);
  }
}
