package dev.mainstay.edge;

import com.pulumi.core.Output;
import dev.mainstay.Deployed;
import java.util.List;
import java.util.Map;

/** An edge with what it is wired to, and nothing else. */
final class EdgeFixture {
  private EdgeFixture() {}

  static EdgeArgs args() {
    return new EdgeArgs()
        .region("eu-central-1")
        .tags(Map.of("Name", "mainstay-test"))
        .vpcId(Output.of("vpc-1"))
        .subnetIds(Output.of(List.of("subnet-a", "subnet-b")))
        .securityGroupId(Output.of("group-1"))
        .kmsKeyArn(Deployed.keyArn());
  }

  static Deployed deployed(EdgeArgs args) {
    return Deployed.by(() -> new Edge("edge", args, null));
  }
}
