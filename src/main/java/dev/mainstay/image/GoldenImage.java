package dev.mainstay.image;

import com.pulumi.aws.imagebuilder.ImagePipeline;
import com.pulumi.aws.imagebuilder.ImagePipelineArgs;
import com.pulumi.aws.imagebuilder.ImageRecipe;
import com.pulumi.aws.imagebuilder.inputs.ImagePipelineImageTestsConfigurationArgs;
import com.pulumi.aws.imagebuilder.inputs.ImagePipelineScheduleArgs;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.mainstay.config.Refusal;
import dev.mainstay.config.Tags;
import java.util.ArrayList;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * A pipeline of EC2 Image Builder for the golden image of the web servers: Windows with its updates
 * and the web server, so that servers boot faster.
 *
 * <p>A build installs, checks, <a
 * href="https://docs.aws.amazon.com/imagebuilder/latest/userguide/wfdoc-step-actions.html">runs
 * Sysprep</a>, captures the image and tests it on a new server. An update builds nothing, and a
 * finished image changes no running server. Image Builder writes the id to a parameter; to roll the
 * image out, set {@code web.image} to that id.
 */
public final class GoldenImage extends ComponentResource {
  /** A build runs at its time only if Windows or a component is newer. */
  private static final String WHEN_SOMETHING_IS_NEW =
      "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE";

  @Export(refs = String.class, tree = "[0]")
  private final Output<String> parameterName;

  @Export(refs = String.class, tree = "[0]")
  private final Output<String> pipelineArn;

  public GoldenImage(
      String name, GoldenImageArgs args, @Nullable ComponentResourceOptions options) {
    super("mainstay:index:GoldenImage", Refusal.unlessSound(name, args), options);
    var child = CustomResourceOptions.builder().parent(this).build();

    var recipe = Recipe.of(name, args, child);
    var builder = new Builder(name, args, child);
    var distribution = new Distribution(name, args, child);
    var logs = new BuildLogs(name, args, child);
    var before = new ArrayList<>(builder.permissions());
    before.add(logs.ofBuilds(recipe.name()));
    var pipeline =
        new ImagePipeline(
            name,
            pipeline(name, args, recipe)
                .infrastructureConfigurationArn(builder.arn())
                .distributionConfigurationArn(distribution.arn())
                .build(),
            CustomResourceOptions.merge(
                child, CustomResourceOptions.builder().dependsOn(before).build()));
    logs.ofRuns(pipeline.name());
    Retention.of(name, args, recipe, child);

    parameterName = distribution.parameterName();
    pipelineArn = pipeline.arn();
    registerOutputs(Map.of("parameterName", parameterName, "pipelineArn", pipelineArn));
  }

  private static ImagePipelineArgs.Builder pipeline(
      String name, GoldenImageArgs args, ImageRecipe recipe) {
    return ImagePipelineArgs.builder()
        .description("The image of the web servers")
        .imageRecipeArn(recipe.arn())
        .schedule(
            ImagePipelineScheduleArgs.builder()
                .scheduleExpression("cron(%s)".formatted(args.schedule()))
                .pipelineExecutionStartCondition(WHEN_SOMETHING_IS_NEW)
                .build())
        .imageTestsConfiguration(
            ImagePipelineImageTestsConfigurationArgs.builder().imageTestsEnabled(true).build())
        // Collects the packages of an image; a vulnerability scan would require Inspector.
        .enhancedImageMetadataEnabled(true)
        .tags(Tags.named(args.tags, name));
  }

  /** The parameter with the id of the newest image; it exists after the first build. */
  public Output<String> parameterName() {
    return parameterName;
  }

  /** The pipeline, for a start outside the schedule. */
  public Output<String> pipelineArn() {
    return pipelineArn;
  }
}
