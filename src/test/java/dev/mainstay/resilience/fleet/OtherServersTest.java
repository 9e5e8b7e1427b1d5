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
            entry("normal operation", "SURVIVES (none, none)"),
            entry("zone us-east-1a", "DEGRADED (35 to 65 s, none)"),
            entry("zone us-east-1b", "SURVIVES (35 to 65 s, none)"),
            entry("NAT gateway nat", "DEGRADED (none, none)"),
            entry("an instance of targets", "DEGRADED (35 to 65 s, none)"),
            entry("region us-east-1", "DOWN (not known, none)"));
  }

  @Test
  void bothServersInOneZoneAreCountedThere() {
    ResourceGraph graph =
        server(server(servers(), "web1", "private-b"), "web2", "private-b").build();

    assertThat(Mutation.summaries(graph))
        .containsEntry("zone us-east-1a", "DEGRADED (0 to 60 s, none)")
        .containsEntry("zone us-east-1b", "DOWN (at least 35 s, none)");
  }

  @Test
  void whatIsNotModelledLeavesEveryZoneAndItsDataUnknown() {
    ResourceGraph graph =
        twoServers()
            .add("aws:rds/cluster:Cluster", "aurora", Map.of("engine", "aurora-postgresql"))
            .build();

    assertThat(Resilience.of(graph).notJudged())
        .containsExactly("urn:pulumi:test::other::aws:rds/cluster:Cluster::aurora");
    assertThat(Mutation.summaries(graph))
        .containsEntry("zone us-east-1b", "UNKNOWN (at least 35 s, not known)")
        .containsEntry("region us-east-1", "DOWN (not known, not known)");
    assertThat(why(graph, "zone us-east-1b"))
        .contains("What becomes of aurora (aws:rds/cluster:Cluster) is not judged.");
  }

  @Test
  void aStackWithoutServersIsNotKnownToAnswer() {
    ResourceGraph graph = servers().build();

    assertThat(Mutation.summaries(graph))
        .containsEntry("normal operation", "UNKNOWN (not known, none)")
        .containsEntry("zone us-east-1a", "UNKNOWN (at least 0 s, none)");
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
        .containsEntry("zone us-east-1b", "SURVIVES (35 to 65 s, none)")
        .containsEntry("rolling replacement of asg", "UNKNOWN (not known, none)");
    assertThat(why(graph, "zone us-east-1b"))
        .contains(
            "asg has 4 servers (desiredCapacity); up to 2 stand in us-east-1b: 4 - 2 = 2 go on; one"
                + " is taken to be enough, since no tag mainstay:requiredInstances says otherwise.");
  }

  @Test
  void aGroupThatScalesMayHaveShrunkToItsMinimum() {
    ResourceGraph graph =
        group(Map.of("desiredCapacity", 4L))
            .add("aws:autoscaling/policy:Policy", "cpu", Map.of("autoscalingGroupName", "@asg"))
            .build();

    assertThat(why(graph, "an instance of asg").get(0))
        .startsWith("asg has at least 2 servers (minSize): 2 - 1 = 1 go on;");
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

    assertThat(why(graph, "an instance of asg").get(0))
        .startsWith("asg has as few as 1 server by schedule night: 1 - 1 = 0 go on;");
    assertThat(Mutation.summaries(graph))
        .containsEntry("zone us-east-1b", "DOWN (at least 35 s, none)");
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

    assertThat(why(graph, "an instance of asg").get(0))
        .startsWith("asg has at least 2 servers (minSize): 2 - 1 = 1 go on;");
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

    for (String title : List.of("an instance of asg", "rolling replacement of asg")) {
      assertThat(why(graph, title))
          .containsExactly(
              "asg has as few as 0 servers by schedule night: nobody answers, whatever fails.");
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

    assertThat(why(graph, "an instance of targets").get(0))
        .isEqualTo(
            "Target group targets has 1 server, made one by one: 1 - 1 = 0 go on; one is taken to be"
                + " enough, since no tag mainstay:requiredInstances says otherwise.");
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
        .doesNotContainKey("an instance of targets")
        .containsEntry("normal operation", "UNKNOWN (not known, none)");
  }

  @Test
  void aServerThatDoesNotSayWhereItStandsMayStandAnywhere() {
    ResourceGraph graph =
        server(
                twoServers().add("aws:ec2/subnet:Subnet", "nowhere", Map.of("vpcId", "@vpc")),
                "web3",
                "nowhere")
            .build();

    assertThat(why(graph, "zone us-east-1b"))
        .contains("How many servers of targets stand in us-east-1b is not known.");
  }
}
