package dev.mainstay.operations;

import com.pulumi.core.Output;
import dev.mainstay.Deployed;
import dev.mainstay.outputs.DatabaseInstances;
import dev.mainstay.outputs.LoadBalancerTargets;
import java.util.List;
import java.util.Map;

/** Args of a stack with two cache nodes, no read replica and no certificate, and what they make. */
final class OperationsFixture {
  static final String DATABASE_ARN = "arn:aws:rds:eu-central-1:123456789012:db:mainstay-test";

  private OperationsFixture() {}

  static OperationsArgs args() {
    return new OperationsArgs()
        .region("eu-central-1")
        .tags(Map.of("Name", "mainstay-test"))
        .kmsKeyArn(Deployed.keyArn())
        .loadBalancer(loadBalancer(null))
        .webGroupName(Output.of("web-group"))
        .webBootSeconds(600)
        .database(database(List.of(), null, null))
        .databaseClass("db.m7g.large")
        .databaseStorageGib(400)
        .cacheGroupId(Output.of("cache-group"))
        .cacheNodes(2);
  }

  /** The same stack with everything there can be. */
  static OperationsArgs everything() {
    var args = args();
    args.alarmEmails = List.of("ops@example.com", "dev@example.com");
    args.restoreTesting = true;
    return args.loadBalancer(
            loadBalancer(Output.of("arn:aws:acm:eu-central-1:123456789012:certificate/3")))
        .database(
            database(
                List.of("mainstay-test-replica-1", "mainstay-test-replica-2"),
                Output.of("subnets-5"),
                Output.of("parameters-4")))
        .replicas(2);
  }

  private static LoadBalancerTargets loadBalancer(Output<String> certificateArn) {
    return new LoadBalancerTargets(
        Output.of("arn:aws:elasticloadbalancing:::targetgroup/edge/2"),
        Output.of("targetgroup/edge/2"),
        Output.of("app/edge/1"),
        certificateArn);
  }

  private static DatabaseInstances database(
      List<String> replicas, Output<String> subnetGroup, Output<String> parameterGroup) {
    return new DatabaseInstances(
        Output.of("mainstay-test"),
        Output.of(DATABASE_ARN),
        Output.of(replicas),
        subnetGroup,
        parameterGroup);
  }

  static Deployed deployed(OperationsArgs args) {
    return Deployed.by(() -> new Operations("operations", args, null));
  }
}
