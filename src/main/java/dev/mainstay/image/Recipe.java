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
 * What is in an image: AWS's newest Windows, its updates, the web server.
 *
 * <p>Recipes and components never change, so another content is another one of another name, which
 * the provider makes up; their versions stay what they are.
 */
final class Recipe {
  static final String VERSION = "1.0.0";

  /** The Windows of the images that {@code web.image} follows by default. */
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
            // In this order; tests run on the finished image.
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

  /** What AWS maintains, in its newest version. */
  private static Output<String> ofAws(GoldenImageArgs args, String path) {
    return args.kmsKeyArn.applyValue(
        key ->
            "arn:%s:imagebuilder:%s:aws:%s/x.x.x"
                .formatted(Arn.parse(key).partition(), args.region, path));
  }

  /**
   * Encrypted with the key that AWS manages, as are the servers' own volumes: with a customer's
   * key, Auto Scaling could not start a server from the image without a grant. As small as its
   * parent's, since a server's volume may not be smaller than its image's.
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
