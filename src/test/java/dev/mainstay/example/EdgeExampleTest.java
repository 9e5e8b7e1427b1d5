package dev.mainstay.example;

import com.pulumi.core.Output;
import dev.mainstay.edge.Edge;
import dev.mainstay.edge.EdgeArgs;
import org.junit.jupiter.api.Test;

class EdgeExampleTest {
  private final Aws aws = new Aws();

  @Test
  void theLoadBalancerServesHttpsAndRedirectsTheRest() {
    aws.run(
        context -> {
          var args =
              new EdgeArgs()
                  .region("eu-central-1")
                  .vpcId(Output.of("vpc-1"))
                  .subnetIds(Aws.SUBNET_IDS)
                  .securityGroupId(Aws.GROUP_ID)
                  .kmsKeyArn(Aws.KEY_ARN);
          args.domain = "example.org";
          args.certificateArn =
              "arn:aws:acm:eu-central-1:123456789012:certificate/11111111-2222-3333-4444-555555555555";
          new Edge("edge", args, null);
        });

    aws.registered("aws:lb/listener:Listener", "protocol", "HTTPS");
    aws.registered("aws:lb/listener:Listener", "protocol", "HTTP");
    aws.registered("aws:lb/targetGroup:TargetGroup", "protocol", "HTTPS");
  }
}
