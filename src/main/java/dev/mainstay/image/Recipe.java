package dev.mainstay.image;

import com.pulumi.aws.imagebuilder.Component;
import com.pulumi.aws.imagebuilder.ComponentArgs;
import com.pulumi.aws.imagebuilder.ImageRecipe;
import com.pulumi.aws.imagebuilder.ImageRecipeArgs;
import com.pulumi.aws.imagebuilder.inputs.ImageRecipeBlockDeviceMappingArgs;
import com.pulumi.aws.imagebuilder.inputs.ImageRecipeBlockDeviceMappingEbsArgs;
import com.pulumi.aws.imagebuilder.inputs.ImageRecipeComponentArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.mainstay.config.Tags;
import dev.mainstay.iam.Arn;

/**
 * The content of an image: the newest Windows of AWS, its updates, the web server.
 *
 * <p>Recipes and components are immutable. Another content has another auto-generated name, and the
 * version stays the same.
 */
final class Recipe {
  static final String VERSION = "1.0.0";

  /** The Windows of the default of {@code web.image}. */
  private static final String PARENT = "image/windows-server-2025-english-full-base-x86";

  private Recipe() {}

  static ImageRecipe of(String image, GoldenImageArgs args, CustomResourceOptions child) {
    String name = image + "-recipe";
    return new ImageRecipe(
        name,
        ImageRecipeArgs.builder()
            .description("Windows with IIS")
            .version(VERSION)
            .parentImage(ofAws(args, PARENT))
            // The order matters; tests run on the finished image.
            .components(
                component(ofAws(args, "component/update-windows")),
                component(webServer(image, args, child).arn()),
                component(ofAws(args, "component/reboot-test-windows")))
            .blockDeviceMappings(rootVolume())
            .tags(Tags.named(args.tags, name))
            .build(),
        child);
  }

  private static Component webServer(
      String image, GoldenImageArgs args, CustomResourceOptions child) {
    String name = image + "-web-server";
    return new Component(
        name,
        ComponentArgs.builder()
            .description("IIS as the boot script installs it")
            .platform("Windows")
            .version(VERSION)
            .data(ComponentDocument.text())
            .tags(Tags.named(args.tags, name))
            .build(),
        child);
  }

  private static ImageRecipeComponentArgs component(Output<String> arn) {
    return ImageRecipeComponentArgs.builder().componentArn(arn).build();
  }

  /** The newest version of an AWS managed component or image. */
  private static Output<String> ofAws(GoldenImageArgs args, String path) {
    return args.kmsKeyArn.applyValue(
        key ->
            "arn:%s:imagebuilder:%s:aws:%s/x.x.x"
                .formatted(Arn.parse(key).partition(), args.region, path));
  }

  /**
   * Encrypted with the AWS managed key, as the servers' volumes are. With a customer managed key
   * Auto Scaling would require a grant to launch servers. The size is that of the parent image,
   * since a server's volume cannot be smaller than its image's.
   */
  private static ImageRecipeBlockDeviceMappingArgs rootVolume() {
    return ImageRecipeBlockDeviceMappingArgs.builder()
        .deviceName("/dev/sda1")
        .ebs(
            ImageRecipeBlockDeviceMappingEbsArgs.builder()
                .encrypted("true")
                .volumeType("gp3")
                .deleteOnTermination("true")
                .build())
        .build();
  }
}
