package dev.mainstay.web;

import com.pulumi.core.Output;
import dev.mainstay.Deployed;
import dev.mainstay.outputs.LoadBalancerTargets;
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
        .loadBalancer(
            new LoadBalancerTargets(
                Output.of("arn:aws:elasticloadbalancing:::targetgroup/web/1"),
                Output.of("targetgroup/web/1"),
                Output.of("app/edge/1"),
                null))
        .parametersPath("/mainstay-test")
        .kmsKeyArn(Deployed.keyArn());
  }
}
