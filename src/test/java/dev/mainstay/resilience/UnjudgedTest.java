package dev.mainstay.resilience;

import static dev.mainstay.resilience.OtherStacks.twoServers;
import static dev.mainstay.resilience.OtherStacks.why;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.Stacks;
import dev.mainstay.graph.ResourceGraph;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the analysis does not judge is named, and no verdict it may touch is positive. */
class UnjudgedTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "aws:cloudfront/distribution:Distribution",
        "aws:globalaccelerator/accelerator:Accelerator",
        "aws:networkfirewall/firewall:Firewall",
        "aws:sqs/queue:Queue",
        "aws:elb/loadBalancer:LoadBalancer",
        "kubernetes:apps/v1:Deployment",
        "aws:something/new:New"
      })
  void everyTypeThatIsNotKnownToBeInertIsNamed(String type) {
    ResourceGraph graph = twoServers().add(type, "thing", Map.of()).build();

    assertThat(Resilience.of(graph).notJudged())
        .containsExactly("urn:pulumi:test::other::%s::thing".formatted(type));
    for (String title : List.of("Normal operation", "Availability Zone us-east-1b fails")) {
      assertThat(Mutation.summaries(graph).get(title)).startsWith("UNKNOWN");
      assertThat(why(graph, title)).contains("`thing` (%s) is not judged.".formatted(type));
    }
    assertThat(Mutation.summaries(graph))
        .containsEntry("Region us-east-1 fails", "DOWN (not known, not known)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aws:iam/role:Role",
        "aws:cloudwatch/metricAlarm:MetricAlarm",
        "aws:route53/record:Record",
        "random:index/randomPassword:RandomPassword"
      })
  void aTypeThatIsKnownToBeInertChangesNothing(String type) {
    ResourceGraph graph = twoServers().add(type, "thing", Map.of()).build();

    assertThat(Resilience.of(graph).notJudged()).isEmpty();
    assertThat(Mutation.differences(twoServers().build(), graph)).isEmpty();
  }

  @Test
  void nothingInTheShippedStacksIsUnjudged() {
    for (ResourceGraph graph : List.of(Stacks.dev(), Stacks.prod(), Stacks.article())) {
      assertThat(Resilience.of(graph).notJudged()).isEmpty();
    }
  }

  @Test
  void aStackOfRegionalServicesHasTheZonesOfItsRegion() {
    ResourceGraph graph =
        new GraphBuilder()
            .add(
                "aws:lambda/function:Function",
                "answer",
                Map.of(
                    "role", "arn:aws:iam::1:role/x", "layers", "arn:aws:lambda:eu-central-1:1:x"))
            .build();

    assertThat(Mutation.summaries(graph))
        .containsEntry("Availability Zone eu-central-1a fails", "UNKNOWN (not known, not known)")
        .containsEntry("Region eu-central-1 fails", "DOWN (not known, not known)");
  }

  @Test
  void zonesThatSubnetsNameAreAllThereAre() {
    ResourceGraph graph =
        twoServers()
            .add("aws:sns/topic:Topic", "elsewhere", Map.of("policy", "arn:aws:sns:eu-west-1:1:x"))
            .build();

    assertThat(Mutation.summaries(graph)).doesNotContainKey("Region eu-west-1 fails");
  }
}
