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
  private static final String ONE_SERVER = "an instance of asg";
  private static final String ENOUGH =
      "one is taken to be enough, since no tag mainstay:requiredInstances says otherwise.";

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
    return why(graph, ONE_SERVER).get(0);
  }

  @Test
  void aGroupThatNothingScalesHasWhatIsDesired() {
    assertThat(arithmetic(saying(size(1, 2))))
        .isEqualTo("asg has 2 servers (desiredCapacity): 2 - 1 = 1 go on; " + ENOUGH);
    assertThat(arithmetic(saying(size(2, 2))))
        .isEqualTo("asg has at least 2 servers (minSize): 2 - 1 = 1 go on; " + ENOUGH);
  }

  @Test
  void aGroupThatDoesNotSayItsSizeIsNotKnown() {
    ResourceGraph graph = saying(Map.of("availabilityZones", List.of("us-east-1a", "us-east-1b")));

    assertThat(why(graph, ONE_SERVER)).containsExactly("How many servers asg has is not known.");
    assertThat(why(graph, "zone us-east-1b"))
        .contains("How many servers of asg stand in us-east-1b is not known.");
    assertThat(Mutation.summaries(graph))
        .containsEntry(ONE_SERVER, "UNKNOWN (not known, none)")
        .containsEntry("zone us-east-1b", "UNKNOWN (at least 0 s, none)");
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
        .startsWith("asg has as few as 1 server by schedule night: 1 - 1 = 0 go on;");
  }

  @ParameterizedTest
  @CsvSource({
    "mainstay:requiredInstances, 2, the load needs 2.",
    "mainstay:requiredInstances, 0, the load needs 0.",
    "mainstay:requiredInstances, two, '" + ENOUGH + "'",
    "required, 2, '" + ENOUGH + "'",
  })
  void theLoadNeedsWhatTheTagSays(String key, String value, String need) {
    ResourceGraph graph = group(Map.of("tags", tags(key, value))).build();

    assertThat(arithmetic(graph)).endsWith("1 go on; " + need);
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

    assertThat(why(graph, "zone us-east-1a"))
        .contains(
            "asg has 5 servers (desiredCapacity); up to 3 stand in us-east-1a: 5 - 3 = 2 go on; "
                + ENOUGH);
  }

  @Test
  void aZoneThatAGroupIsNotInDoesNotConcernIt() {
    ResourceGraph graph = saying(size(2, 2));

    assertThat(why(graph, "zone us-east-1b"))
        .containsExactly(
            "Load balancer lb goes on in us-east-1a; clients may hold its address in us-east-1b for"
                + " 60 s.");
  }

  @Test
  void aGroupThatIsAttachedTwiceToATargetGroupIsCheckedOnce() {
    ResourceGraph graph = group(Map.of("targetGroupArns", List.of("@targets"))).build();

    assertThat(why(graph, ONE_SERVER))
        .containsExactly(
            "asg has at least 2 servers (minSize): 2 - 1 = 1 go on; " + ENOUGH,
            "Target group targets takes a server out after 2 failed checks: (2-1)*30+5 = 35 s to"
                + " 2*30+5 = 65 s.",
            "asg replaces it.");
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
        .contains("How its servers are checked is not known: its target group is not here.");
    assertThat(why(graph, "normal operation")).contains("The target group of asg is not known.");
  }
}
