package dev.mainstay.image;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.mainstay.config.Tags;

/**
 * The log groups of <a
 * href="https://docs.aws.amazon.com/imagebuilder/latest/userguide/monitor-cwlogs.html">Image
 * Builder</a>. It would create them without retention and without the stack's key, so they are
 * created before the first build.
 */
final class BuildLogs {
  private final String image;
  private final GoldenImageArgs args;
  private final CustomResourceOptions child;

  BuildLogs(String image, GoldenImageArgs args, CustomResourceOptions child) {
    this.image = image;
    this.args = args;
    this.child = child;
  }

  /** The log of the builds; an image has the name of its recipe. */
  Resource ofBuilds(Output<String> recipe) {
    return group(image + "-builds", recipe.applyValue(name -> "/aws/imagebuilder/" + name));
  }

  /** The log of the pipeline's runs. */
  void ofRuns(Output<String> pipeline) {
    group(image + "-runs", pipeline.applyValue(name -> "/aws/imagebuilder/pipeline/" + name));
  }

  private Resource group(String name, Output<String> path) {
    return new LogGroup(
        name,
        LogGroupArgs.builder()
            .name(path)
            .retentionInDays(args.logRetentionDays)
            .kmsKeyId(args.kmsKeyArn)
            .tags(Tags.named(args.tags, name))
            .build(),
        child);
  }
}
