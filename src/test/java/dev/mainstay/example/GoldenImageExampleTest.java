package dev.mainstay.example;

import dev.mainstay.image.GoldenImage;
import dev.mainstay.image.GoldenImageArgs;
import org.junit.jupiter.api.Test;

class GoldenImageExampleTest {
  private final Aws aws = new Aws();

  @Test
  void theBuildServerNeedsATokenForItsMetadata() {
    aws.run(
        context ->
            new GoldenImage(
                "image",
                new GoldenImageArgs()
                    .region("eu-central-1")
                    .kmsKeyArn(Aws.KEY_ARN)
                    .stackName("shop")
                    .subnetIds(Aws.SUBNET_IDS)
                    .securityGroupId(Aws.GROUP_ID),
                null));

    aws.registered(
        "aws:imagebuilder/infrastructureConfiguration:InfrastructureConfiguration",
        "terminateInstanceOnFailure",
        true);
  }
}
