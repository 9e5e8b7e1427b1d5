package dev.mainstay.image;

import com.pulumi.aws.imagebuilder.DistributionConfiguration;
import com.pulumi.aws.imagebuilder.DistributionConfigurationArgs;
import com.pulumi.aws.imagebuilder.inputs.DistributionConfigurationDistributionAmiDistributionConfigurationArgs;
import com.pulumi.aws.imagebuilder.inputs.DistributionConfigurationDistributionArgs;
import com.pulumi.aws.imagebuilder.inputs.DistributionConfigurationDistributionSsmParameterConfigurationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.mainstay.config.Tags;

/** The distribution of a finished image: its name, its tags, and the parameter with its id. */
final class Distribution {
  /**
   * The only path where the role of Image Builder may <a
   * href="https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSServiceRoleForImageBuilder.html">write
   * parameters</a>.
   */
  private static final String PARAMETERS = "/imagebuilder/";

  /** The name of an image has up to 127 characters and includes the date. */
  private static final int LONGEST_STACK_NAME = 90;

  private final String parameter;
  private final DistributionConfiguration configuration;

  Distribution(String image, GoldenImageArgs args, CustomResourceOptions child) {
    String name = image + "-distribution";
    parameter = PARAMETERS + args.stackName + "/web";
    configuration =
        new DistributionConfiguration(
            name,
            DistributionConfigurationArgs.builder()
                .description("This region, and a parameter with the newest id")
                .distributions(
                    DistributionConfigurationDistributionArgs.builder()
                        .region(args.region)
                        .amiDistributionConfiguration(ami(image, args))
                        .ssmParameterConfigurations(
                            DistributionConfigurationDistributionSsmParameterConfigurationArgs
                                .builder()
                                .parameterName(parameter)
                                .dataType("aws:ec2:image")
                                .build())
                        .build())
                .tags(Tags.named(args.tags, name))
                .build(),
            child);
  }

  Output<String> arn() {
    return configuration.arn();
  }

  Output<String> parameterName() {
    return configuration.arn().applyValue(once -> parameter);
  }

  private static DistributionConfigurationDistributionAmiDistributionConfigurationArgs ami(
      String image, GoldenImageArgs args) {
    String stack =
        args.stackName.substring(0, Math.min(args.stackName.length(), LONGEST_STACK_NAME));
    return DistributionConfigurationDistributionAmiDistributionConfigurationArgs.builder()
        .name(stack + " {{ imagebuilder:buildDate }}")
        .description("Windows with IIS, for the web servers of " + args.stackName)
        .amiTags(Builder.few(Tags.named(args.tags, image)))
        .build();
  }
}
