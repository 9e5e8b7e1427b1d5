package dev.mainstay.edge;

import com.pulumi.core.Output;
import com.pulumi.test.PulumiTest;
import dev.mainstay.Deployed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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

  static void withDomain(EdgeArgs args) {
    args.domain = "shop.example.com";
    args.hostedZoneId = "Z0123456789ABCDEFGHIJ";
  }

  /** The value that {@code read} takes from an edge while its program runs. */
  static <T> T read(EdgeArgs args, Function<Edge, T> read) {
    var found = new ArrayList<T>();
    Deployed.by(() -> found.add(read.apply(new Edge("edge", args, null))));
    return found.get(0);
  }

  static String output(EdgeArgs args, Function<Edge, Output<String>> output) {
    return read(args, edge -> String.valueOf(PulumiTest.extractValue(output.apply(edge))));
  }
}
