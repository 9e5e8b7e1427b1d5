package dev.mainstay.example;

import com.pulumi.core.Output;
import dev.mainstay.operations.Operations;
import dev.mainstay.operations.OperationsArgs;
import dev.mainstay.outputs.DatabaseInstances;
import dev.mainstay.outputs.LoadBalancerTargets;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperationsExampleTest {
  private final Aws aws = new Aws();

  @Test
  void theTeamIsSubscribedToTheAlarms() {
    aws.run(
        context -> {
          var args =
              new OperationsArgs()
                  .region("eu-central-1")
                  .kmsKeyArn(Aws.KEY_ARN)
                  .loadBalancer(
                      new LoadBalancerTargets(
                          Output.of("arn:aws:elasticloadbalancing:::targetgroup/web/1"),
                          Output.of("targetgroup/web/1"),
                          Output.of("app/edge/1"),
                          null))
                  .webGroupName(Output.of("web"))
                  .webBootSeconds(600)
                  .database(
                      new DatabaseInstances(
                          Output.of("shop"),
                          Output.of("arn:aws:rds:eu-central-1:123456789012:db:shop"),
                          Output.of(List.of()),
                          Output.of("subnets"),
                          Output.of("parameters")))
                  .databaseClass("db.m7g.large")
                  .databaseStorageGib(100)
                  .cacheGroupId(Output.of("cache"))
                  .cacheNodes(2);
          args.alarmEmails = List.of("ops@example.org");
          new Operations("operations", args, null);
        });

    aws.registered("aws:sns/topicSubscription:TopicSubscription", "endpoint", "ops@example.org");
    aws.registered(
        "aws:sns/topic:Topic",
        "kmsMasterKeyId",
        "arn:aws:kms:eu-central-1:123456789012:key/11111111-2222-3333-4444-555555555555");
  }
}
