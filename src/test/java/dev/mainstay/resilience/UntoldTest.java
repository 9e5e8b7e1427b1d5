package dev.mainstay.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.resilience.model.Failure;
import dev.mainstay.resilience.model.Outcome;
import dev.mainstay.resilience.model.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the JSON of a stack does not tell is neither good nor bad: it is not known, and named. */
class UntoldTest {
  private static final String MARK = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

  private static Resilience without(String type, String name, String input, Object value) {
    ResourceGraph prod = Prod.GRAPH;
    ResourceGraph marked = Mutation.of(prod).set(type, name, input, value).graph();
    ResourceGraph graph = Mutation.of(prod).set(type, name, input, null).graph();
    return Resilience.of(graph, marked);
  }

  private static Verdict first(Resilience resilience, Failure.Kind kind) {
    return resilience.verdicts().stream()
        .filter(verdict -> verdict.failure().kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "aws:rds/subnetGroup:SubnetGroup, database, subnetIds",
    "aws:elasticache/subnetGroup:SubnetGroup, cache, subnetIds",
    "aws:autoscaling/group:Group, web, vpcZoneIdentifiers",
    "aws:autoscaling/group:Group, web, targetGroupArns",
    "aws:autoscaling/group:Group, web, minSize",
    "aws:lb/loadBalancer:LoadBalancer, edge, subnets",
    "aws:lb/loadBalancer:LoadBalancer, edge, securityGroups",
    "aws:lb/loadBalancer:LoadBalancer, edge, internal",
    "aws:lb/listener:Listener, edge-https, port",
    "aws:lb/listener:Listener, edge-https, defaultActions",
    "aws:lb/targetGroup:TargetGroup, edge-web, port",
    "aws:rds/instance:Instance, database, dbSubnetGroupName",
    "aws:rds/instance:Instance, database, vpcSecurityGroupIds",
    "aws:rds/instance:Instance, database, kmsKeyId",
    "aws:elasticache/replicationGroup:ReplicationGroup, cache, kmsKeyId",
    "aws:elasticache/replicationGroup:ReplicationGroup, cache, securityGroupIds"
  })
  void anInputOnThePathMakesEveryVerdictNotKnown(String type, String name, String input) {
    Resilience resilience = without(type, name, input, MARK);

    assertThat(resilience.verdicts())
        .filteredOn(verdict -> verdict.failure().kind() != Failure.Kind.REGION)
        .extracting(Verdict::outcome)
        .containsOnly(Outcome.UNKNOWN);
    assertThat(first(resilience, Failure.Kind.NONE).why())
        .contains("`%s` of `%s` is not known.".formatted(input, name));
    assertThat(first(resilience, Failure.Kind.ZONE).why())
        .contains("`%s` of `%s` is not known.".formatted(input, name));
    assertThat(resilience.availability().toString())
        .contains("withheld: normal operation is not known");
  }

  @ParameterizedTest
  @CsvSource({
    "aws:rds/instance:Instance, database, multiAz",
    "aws:elasticache/replicationGroup:ReplicationGroup, cache, numCacheClusters",
    "aws:autoscaling/group:Group, web, suspendedProcesses",
    "aws:autoscaling/group:Group, web, healthCheckType",
    "aws:lb/targetGroup:TargetGroup, edge-web, healthCheck"
  })
  void anInputThatMattersWhenSomethingFailsLeavesNormalOperation(
      String type, String name, String input) {
    Resilience resilience = without(type, name, input, MARK);

    assertThat(first(resilience, Failure.Kind.NONE).outcome()).isEqualTo(Outcome.SURVIVES);
    assertThat(resilience.verdicts().stream().skip(1))
        .filteredOn(verdict -> verdict.failure().kind() != Failure.Kind.REGION)
        .isNotEmpty()
        .allSatisfy(
            verdict -> {
              assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
              assertThat(verdict.why().get(0))
                  .isEqualTo("`%s` of `%s` is not known.".formatted(input, name));
            });
  }

  @Test
  void oneElementOfAListIsEnough() {
    Resilience resilience =
        without(
            "aws:rds/subnetGroup:SubnetGroup", "database", "subnetIds", List.of("subnet-1", MARK));

    assertThat(first(resilience, Failure.Kind.ZONE).outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void aValueInsideAnInputIsEnough() {
    Resilience resilience =
        without(
            "aws:lb/listener:Listener",
            "edge-https",
            "defaultActions",
            List.of(Map.of("type", "forward", "targetGroupArn", MARK)));

    assertThat(first(resilience, Failure.Kind.NONE).outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void anInputThatDecidesNothingChangesNothing() {
    ResourceGraph prod = Prod.GRAPH;
    ResourceGraph marked =
        Mutation.of(prod).set("aws:rds/instance:Instance", "database", "username", MARK).graph();

    assertThat(Resilience.of(prod, marked)).isEqualTo(Resilience.of(prod));
  }
}
