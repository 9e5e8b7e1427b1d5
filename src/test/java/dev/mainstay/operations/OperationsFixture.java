package dev.mainstay.operations;

import com.pulumi.core.Output;
import dev.mainstay.Deployed;
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
        .loadBalancerArnSuffix(Output.of("app/edge/1"))
        .targetGroupArnSuffix(Output.of("targetgroup/edge/2"))
        .webGroupName(Output.of("web-group"))
        .webBootSeconds(600)
        .databaseIdentifier(Output.of("mainstay-test"))
        .databaseArn(Output.of(DATABASE_ARN))
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
    return args.certificateArn(Output.of("arn:aws:acm:eu-central-1:123456789012:certificate/3"))
        .replicaIdentifiers(
            Output.of(List.of("mainstay-test-replica-1", "mainstay-test-replica-2")))
        .replicas(2)
        .databaseParameterGroupName(Output.of("parameters-4"))
        .databaseSubnetGroupName(Output.of("subnets-5"));
  }

  static Deployed deployed(OperationsArgs args) {
    return Deployed.by(() -> new Operations("operations", args, null));
  }
}
