package dev.mainstay.web;

import com.pulumi.core.Output;
import dev.mainstay.Deployed;
import java.util.List;
import java.util.Map;

/** A fleet with what it needs from others, and nothing of its own. */
final class WebFleetFixture {
  private WebFleetFixture() {}

  static WebFleetArgs args() {
    return new WebFleetArgs()
        .region("eu-central-1")
        .tags(Map.of("Name", "mainstay-test", "Owner", "web"))
        .subnetIds(Output.of(List.of("subnet-a", "subnet-b")))
        .securityGroupId(Output.of("sg-web"))
        .targetGroupArn(Output.of("arn:aws:elasticloadbalancing:::targetgroup/web/1"))
        .loadBalancerArnSuffix(Output.of("app/edge/1"))
        .targetGroupArnSuffix(Output.of("targetgroup/web/1"))
        .parametersPath("/mainstay-test")
        .kmsKeyArn(Deployed.keyArn());
  }
}
