package dev.mainstay.image;

import com.pulumi.core.Output;
import dev.mainstay.Deployed;
import java.util.List;
import java.util.Map;

/** A golden image beside nothing else. */
final class ImageFixture {
  private ImageFixture() {}

  static GoldenImageArgs args() {
    return new GoldenImageArgs()
        .region("eu-central-1")
        .tags(Map.of("Name", "mainstay-test", "Stack", "test"))
        .kmsKeyArn(Deployed.keyArn())
        .stackName("mainstay-test")
        .subnetIds(Output.of(List.of("subnet-1", "subnet-2")))
        .securityGroupId(Output.of("sg-1"));
  }

  static Deployed deployed(GoldenImageArgs args) {
    return Deployed.by(() -> new GoldenImage("image", args, null));
  }
}
