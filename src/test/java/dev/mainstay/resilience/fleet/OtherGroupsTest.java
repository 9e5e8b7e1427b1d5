package dev.mainstay.resilience.fleet;

import static dev.mainstay.resilience.OtherStacks.group;
import static dev.mainstay.resilience.OtherStacks.servers;
import static dev.mainstay.resilience.OtherStacks.why;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.resilience.Mutation;
import dev.mainstay.resilience.Resilience;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many servers the groups of other programs have, and how many of them they need. */
class OtherGroupsTest {
  private static final String ONE_SERVER = "One server of `asg` fails";
  private static final String ENOUGH = "1 required (no tag `mainstay:requiredInstances`).";

  /** A group behind the load balancer that says just this about itself. */
  private static ResourceGraph saying(Map<String, Object> inputs) {
    var all = new HashMap<String, Object>(inputs);
    all.put("targetGroupArns", List.of("@targets"));
    return servers().add("aws:autoscaling/group:Group", "asg", all).build();
  }

  private static Map<String, Object> size(long min, long desired) {
    return Map.of(
        "minSize", min, "desiredCapacity", desired, "vpcZoneIdentifiers", List.of("@private-a"));
  }

  private static String arithmetic(ResourceGraph graph) {
    return String.join(" ", why(graph, ONE_SERVER).subList(0, 2));
  }

  @Test
  void aGroupThatNothingScalesHasWhatIsDesired() {
    assertThat(arithmetic(saying(size(1, 2))))
        .isEqualTo("`asg` has 2 servers (desiredCapacity). 2 - 1 = 1 remain; " + ENOUGH);
    assertThat(arithmetic(saying(size(2, 2))))
        .isEqualTo("`asg` has at least 2 servers (minSize). 2 - 1 = 1 remain; " + ENOUGH);
  }

  @Test
  void aGroupThatDoesNotSayItsSizeIsNotKnown() {
    ResourceGraph graph = saying(Map.of("availabilityZones", List.of("us-east-1a", "us-east-1b")));

    assertThat(why(graph, ONE_SERVER))
        .containsExactly("The number of servers of `asg` is not known.");
    assertThat(why(graph, "Availability Zone us-east-1b fails"))
        .contains("How many servers of `asg` are in us-east-1b is not known.");
    assertThat(Mutation.summaries(graph))
        .containsEntry(ONE_SERVER, "UNKNOWN (not known, none)")
        .containsEntry("Availability Zone us-east-1b fails", "UNKNOWN (at least 0 s, none)");
  }

  @Test
  void theSmallestOfSeveralSchedulesCounts() {
    var graph = group(Map.of());
    for (String schedule : List.of("evening", "night", "morning")) {
      graph.add(
          "aws:autoscaling/schedule:Schedule",
          schedule,
          Map.of("autoscalingGroupName", "@asg", "minSize", schedule.equals("night") ? 1L : 2L));
    }

    assertThat(arithmetic(graph.build()))
        .startsWith("`asg` has as few as 1 server (schedule `night`). 1 - 1 = 0 remain;");
  }

  @ParameterizedTest
  @CsvSource({
    "mainstay:requiredInstances, 2, 2 required.",
    "mainstay:requiredInstances, 0, 0 required.",
    "mainstay:requiredInstances, two, '" + ENOUGH + "'",
    "required, 2, '" + ENOUGH + "'",
  })
  void theLoadNeedsWhatTheTagSays(String key, String value, String need) {
    ResourceGraph graph = group(Map.of("tags", tags(key, value))).build();

    assertThat(arithmetic(graph)).endsWith("1 remain; " + need);
  }

  private static List<Object> tags(String key, String value) {
    return List.of(
        Map.of("key", "Name", "value", "7"),
        Map.of("key", key, "value", value, "propagateAtLaunch", false));
  }

  @Test
  void noneIsNeverEnoughForALoadThatNeedsNone() {
    ResourceGraph graph =
        saying(
            Map.of(
                "minSize",
                1L,
                "healthCheckType",
                "ELB",
                "availabilityZones",
                List.of("us-east-1a"),
                "tags",
                tags("mainstay:requiredInstances", "0")));

    assertThat(Mutation.summaries(graph)).containsEntry(ONE_SERVER, "DOWN (at least 35 s, none)");
  }

  @Test
  void anOddServerStandsInTheZoneThatFails() {
    ResourceGraph graph = group(Map.of("desiredCapacity", 5L)).build();

    assertThat(why(graph, "Availability Zone us-east-1a fails"))
        .contains(
            "`asg` has 5 servers (desiredCapacity).",
            "Up to 3 in us-east-1a.",
            "5 - 3 = 2 remain; " + ENOUGH);
  }

  @Test
  void aZoneThatAGroupIsNotInDoesNotConcernIt() {
    ResourceGraph graph = saying(size(2, 2));

    assertThat(why(graph, "Availability Zone us-east-1b fails"))
        .containsExactly(
            "Load balancer `lb` keeps serving from us-east-1a; clients may use a cached address in us-east-1b for up to"
                + " 60 s.");
  }

  @Test
  void aGroupThatIsAttachedTwiceToATargetGroupIsCheckedOnce() {
    ResourceGraph graph = group(Map.of("targetGroupArns", List.of("@targets"))).build();

    assertThat(why(graph, ONE_SERVER))
        .containsExactly(
            "`asg` has at least 2 servers (minSize).",
            "2 - 1 = 1 remain; " + ENOUGH,
            "Target group `targets` takes a server out of service after 2 failed checks: (2-1)*30+5 = 35 s to"
                + " 2*30+5 = 65 s.",
            "`asg` replaces it.");
  }

  @Test
  void aGroupBehindNoLoadBalancerIsNotJudged() {
    ResourceGraph graph =
        servers().add("aws:autoscaling/group:Group", "workers", Map.of("minSize", 1L)).build();

    assertThat(Resilience.of(graph).notJudged())
        .containsExactly("urn:pulumi:test::other::aws:autoscaling/group:Group::workers");
  }

  @Test
  void aGroupWhoseTargetGroupIsNotHereIsCheckedNobodyKnowsHow() {
    ResourceGraph graph =
        servers()
            .add(
                "aws:autoscaling/group:Group",
                "asg",
                Map.of("minSize", 2L, "targetGroupArns", List.of("arn:of-somebody-else")))
            .build();

    assertThat(why(graph, ONE_SERVER))
        .contains(
            "How its servers are checked is not known: its target group is not in the stack.");
    assertThat(why(graph, "Normal operation")).contains("The target group of `asg` is not known.");
  }
}
