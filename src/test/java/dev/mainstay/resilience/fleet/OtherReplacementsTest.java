package dev.mainstay.resilience.fleet;

import static dev.mainstay.resilience.OtherStacks.group;
import static dev.mainstay.resilience.OtherStacks.why;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.resilience.Mutation;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How groups of other programs replace servers: one that failed, or all by new ones. */
class OtherReplacementsTest {
  private static final String ROLLING = "rolling replacement of asg";
  private static final String NOT_TURNED_BACK = "Nothing turns back a version that does not work.";

  private static Map<String, Object> refresh(Map<String, ?> preferences) {
    return Map.of(
        "desiredCapacity",
        4L,
        "instanceRefresh",
        Map.of("strategy", "Rolling", "preferences", preferences));
  }

  @Test
  void aRefreshThatSaysNothingKeepsNinetyPercentLessTheOneThatMakesWay() {
    assertThat(why(group(refresh(Map.of())).build(), ROLLING))
        .containsExactly(
            "asg has 4 servers (desiredCapacity); 90 % of 4, rounded up, stay in service, but for"
                + " the one that makes way: 3 go on; one is taken to be enough, since no tag"
                + " mainstay:requiredInstances says otherwise.",
            NOT_TURNED_BACK);
  }

  @ParameterizedTest
  @CsvSource({
    "50, 100, '50 % of 4, rounded up, stay in service: 2 go on;'",
    "60, 100, '60 % of 4, rounded up, stay in service: 3 go on;'",
    "51, 110, '51 % of 4, rounded up, stay in service: 3 go on;'",
    "100, 101, '100 % of 4, rounded up, stay in service: 4 go on;'",
    "100, 100, '100 % of 4, rounded up, stay in service, but for the one that makes way: 3 go on;'",
  })
  void aGroupThatMayGrowNeedNotLetAServerGoFirst(long least, long most, String kept) {
    ResourceGraph graph =
        group(refresh(Map.of("minHealthyPercentage", least, "maxHealthyPercentage", most))).build();

    assertThat(why(graph, ROLLING).get(0)).contains("; " + kept);
  }

  @Test
  void theMaintenancePolicyOfTheGroupHoldsWhereARefreshSaysNothing() {
    ResourceGraph graph =
        group(
                Map.of(
                    "desiredCapacity", 4L,
                    "instanceRefresh", Map.of("strategy", "Rolling"),
                    "instanceMaintenancePolicy",
                        Map.of("minHealthyPercentage", 100L, "maxHealthyPercentage", 150L)))
            .build();

    assertThat(why(graph, ROLLING).get(0))
        .contains("; 100 % of 4, rounded up, stay in service: 4 go on;");
  }

  @Test
  void aRefreshThatTurnsBackIsSaidTo() {
    assertThat(why(group(refresh(Map.of("autoRollback", true))).build(), ROLLING))
        .contains("A refresh that fails or raises an alarm is turned back.")
        .doesNotContain(NOT_TURNED_BACK);
  }

  @Test
  void aRefreshThatReplacesTheOnlyServerAnswersNobody() {
    var graph =
        group(refresh(Map.of()))
            .add(
                "aws:autoscaling/schedule:Schedule",
                "night",
                Map.of("autoscalingGroupName", "@asg", "minSize", 1L));

    assertThat(Mutation.summaries(graph.build())).containsEntry(ROLLING, "DOWN (not known, none)");
  }

  @Test
  void aNewServerHasTheTimeThatItsWarmupOrElseItsGracePeriodGivesIt() {
    assertThat(why(group(Map.of("healthCheckGracePeriod", 300L)).build(), "an instance of asg"))
        .contains("asg replaces it; a new server is given 300 s to boot.");
    assertThat(
            why(
                group(Map.of("healthCheckGracePeriod", 300L, "defaultInstanceWarmup", 120L))
                    .build(),
                "an instance of asg"))
        .contains("asg replaces it; a new server is given 120 s to boot.");
    assertThat(why(group(Map.of()).build(), "an instance of asg")).contains("asg replaces it.");
  }
}
