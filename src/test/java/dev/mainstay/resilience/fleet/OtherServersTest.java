package dev.mainstay.resilience.fleet;

import static dev.mainstay.resilience.OtherStacks.group;
import static dev.mainstay.resilience.OtherStacks.server;
import static dev.mainstay.resilience.OtherStacks.servers;
import static dev.mainstay.resilience.OtherStacks.twoServers;
import static dev.mainstay.resilience.OtherStacks.why;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.resilience.GraphBuilder;
import dev.mainstay.resilience.Mutation;
import dev.mainstay.resilience.Resilience;
import dev.mainstay.resilience.model.Estimate;
import dev.mainstay.resilience.model.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers of stacks that other programs made. */
class OtherServersTest {
  @Test
  void serversMadeOneByOneAreAFleetThatNobodyMends() {
    assertThat(Mutation.summaries(twoServers().build()))
        .containsOnly(
            entry("Normal operation", "SURVIVES (none, none)"),
            entry("Availability Zone us-east-1a fails", "DEGRADED (35 to 65 s, none)"),
            entry("Availability Zone us-east-1b fails", "SURVIVES (35 to 65 s, none)"),
            entry("NAT gateway `nat` fails", "DEGRADED (none, none)"),
            entry("One server of `targets` fails", "DEGRADED (35 to 65 s, none)"),
            entry("Region us-east-1 fails", "DOWN (not known, none)"));
  }

  @Test
  void bothServersInOneZoneAreCountedThere() {
    ResourceGraph graph =
        server(server(servers(), "web1", "private-b"), "web2", "private-b").build();

    assertThat(Mutation.summaries(graph))
        .containsEntry("Availability Zone us-east-1a fails", "DEGRADED (0 to 60 s, none)")
        .containsEntry("Availability Zone us-east-1b fails", "DOWN (at least 35 s, none)");
  }

  @Test
  void whatIsNotModelledLeavesEveryZoneAndItsDataUnknown() {
    ResourceGraph graph =
        twoServers()
            .add("aws:elasticache/serverlessCache:ServerlessCache", "sessions", Map.of())
            .build();

    assertThat(Resilience.of(graph).notJudged())
        .containsExactly(
            "urn:pulumi:test::other::aws:elasticache/serverlessCache:ServerlessCache::sessions");
    assertThat(Mutation.summaries(graph))
        .containsEntry("Availability Zone us-east-1b fails", "UNKNOWN (at least 35 s, not known)")
        .containsEntry("Region us-east-1 fails", "DOWN (not known, not known)");
    assertThat(why(graph, "Availability Zone us-east-1b fails"))
        .contains("`sessions` (aws:elasticache/serverlessCache:ServerlessCache) is not judged.");
  }

  @Test
  void aStackWithoutServersIsNotKnownToAnswer() {
    ResourceGraph graph = servers().build();

    assertThat(Mutation.summaries(graph))
        .containsEntry("Normal operation", "UNKNOWN (not known, none)")
        .containsEntry("Availability Zone us-east-1a fails", "UNKNOWN (at least 0 s, none)");
  }

  @Test
  void anEmptyStackHasNoEstimateButUnknown() {
    Resilience nothing = Resilience.of(new GraphBuilder().build());

    assertThat(nothing.estimates())
        .extracting(Estimate::outcome)
        .containsOnly(Outcome.UNKNOWN)
        .hasSize(4);
    assertThat(nothing.availability().arithmetic())
        .containsExactly("NAT is not counted: no request comes in through it.");
  }

  @Test
  void aGroupThatNamesZonesAndHasItsTargetsAttachedIsAFleetToo() {
    ResourceGraph graph = group(Map.of("desiredCapacity", 4L)).build();

    assertThat(Mutation.summaries(graph))
        .containsEntry("Availability Zone us-east-1b fails", "SURVIVES (35 to 65 s, none)")
        .containsEntry("Rolling deployment of `asg`", "UNKNOWN (not known, none)");
    assertThat(why(graph, "Availability Zone us-east-1b fails"))
        .contains(
            "`asg` has 4 servers (desiredCapacity).",
            "Up to 2 in us-east-1b.",
            "4 - 2 = 2 remain; 1 required (no tag `mainstay:requiredInstances`).");
  }

  @Test
  void aGroupThatScalesMayHaveShrunkToItsMinimum() {
    ResourceGraph graph =
        group(Map.of("desiredCapacity", 4L))
            .add("aws:autoscaling/policy:Policy", "cpu", Map.of("autoscalingGroupName", "@asg"))
            .build();

    assertThat(why(graph, "One server of `asg` fails"))
        .startsWith(
            "`asg` has at least 2 servers (minSize).",
            "2 - 1 = 1 remain; 1 required (no tag `mainstay:requiredInstances`).");
  }

  @Test
  void aScheduleThatShrinksTheGroupCounts() {
    ResourceGraph graph =
        group(Map.of())
            .add(
                "aws:autoscaling/schedule:Schedule",
                "night",
                Map.of("autoscalingGroupName", "@asg", "minSize", 1L))
            .build();

    assertThat(why(graph, "One server of `asg` fails"))
        .startsWith(
            "`asg` has as few as 1 server (schedule `night`).",
            "1 - 1 = 0 remain; 1 required (no tag `mainstay:requiredInstances`).");
    assertThat(Mutation.summaries(graph))
        .containsEntry("Availability Zone us-east-1b fails", "DOWN (at least 35 s, none)");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 2, 3})
  void aScheduleThatDoesNotShrinkTheGroupDoesNotCount(long minSize) {
    ResourceGraph graph =
        group(Map.of())
            .add(
                "aws:autoscaling/schedule:Schedule",
                "night",
                Map.of("autoscalingGroupName", "@asg", "minSize", minSize))
            .build();

    assertThat(why(graph, "One server of `asg` fails"))
        .startsWith(
            "`asg` has at least 2 servers (minSize).",
            "2 - 1 = 1 remain; 1 required (no tag `mainstay:requiredInstances`).");
  }

  @Test
  void aGroupThatMayShrinkToNothingAnswersNobody() {
    ResourceGraph graph =
        group(Map.of("instanceRefresh", Map.of("strategy", "Rolling")))
            .add(
                "aws:autoscaling/schedule:Schedule",
                "night",
                Map.of("autoscalingGroupName", "@asg", "minSize", 0L))
            .build();

    for (String title : List.of("One server of `asg` fails", "Rolling deployment of `asg`")) {
      assertThat(why(graph, title))
          .containsExactly(
              "`asg` has as few as 0 servers (schedule `night`). Nothing answers requests.");
      assertThat(Mutation.summaries(graph)).containsEntry(title, "DOWN (not known, none)");
    }
  }

  @Test
  void aServerThatIsAttachedOnTwoPortsIsOneServer() {
    ResourceGraph graph =
        server(servers(), "web1", "private-a")
            .add(
                "aws:alb/targetGroupAttachment:TargetGroupAttachment",
                "web1-again",
                Map.of("targetGroupArn", "@targets", "targetId", "@web1", "port", 8081L))
            .build();

    assertThat(why(graph, "One server of `targets` fails"))
        .startsWith(
            "Target group `targets` has 1 server without an Auto Scaling group.",
            "1 - 1 = 0 remain; 1 required (no tag `mainstay:requiredInstances`).");
  }

  @Test
  void aFunctionBehindALoadBalancerIsNoServer() {
    ResourceGraph graph =
        servers()
            .add("aws:lambda/function:Function", "answer", Map.of())
            .add(
                "aws:lb/targetGroupAttachment:TargetGroupAttachment",
                "answer",
                Map.of("targetGroupArn", "@targets", "targetId", "@answer"))
            .build();

    assertThat(Mutation.summaries(graph))
        .doesNotContainKey("One server of `targets` fails")
        .containsEntry("Normal operation", "UNKNOWN (not known, none)");
  }

  @Test
  void aServerThatDoesNotSayWhereItStandsMayStandAnywhere() {
    ResourceGraph graph =
        server(
                twoServers().add("aws:ec2/subnet:Subnet", "nowhere", Map.of("vpcId", "@vpc")),
                "web3",
                "nowhere")
            .build();

    assertThat(why(graph, "Availability Zone us-east-1b fails"))
        .contains("How many servers of `targets` are in us-east-1b is not known.");
  }
}
