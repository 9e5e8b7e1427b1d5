package dev.mainstay.example;

import com.pulumi.core.Output;
import dev.mainstay.outputs.LoadBalancerTargets;
import dev.mainstay.web.WebFleet;
import dev.mainstay.web.WebFleetArgs;
import org.junit.jupiter.api.Test;

class WebFleetExampleTest {
  private final Aws aws = new Aws();

  @Test
  void aFleetOfThreeToSixServers() {
    aws.run(
        context -> {
          var args =
              new WebFleetArgs()
                  .region("eu-central-1")
                  .subnetIds(Aws.SUBNET_IDS)
                  .securityGroupId(Aws.GROUP_ID)
                  .kmsKeyArn(Aws.KEY_ARN)
                  .parametersPath("/shop")
                  .loadBalancer(
                      new LoadBalancerTargets(
                          Output.of("arn:aws:elasticloadbalancing:::targetgroup/web/1"),
                          Output.of("targetgroup/web/1"),
                          Output.of("app/edge/1"),
                          null));
          args.minInstances = 3;
          args.maxInstances = 6;
          new WebFleet("web", args, null);
        });

    aws.registered("aws:autoscaling/group:Group", "minSize", 3.0);
    aws.registered("aws:autoscaling/group:Group", "maxSize", 6.0);
  }
}
