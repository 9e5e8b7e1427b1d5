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
  private static final String ROLLING = "Rolling deployment of `asg`";
  private static final String NOT_TURNED_BACK = "No automatic rollback.";

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
            "`asg` has 4 servers (desiredCapacity).",
            "90 % of 4, rounded up, stay in service, except the one being replaced: 3 remain; 1"
                + " required (no tag `mainstay:requiredInstances`).",
            NOT_TURNED_BACK);
  }

  @ParameterizedTest
  @CsvSource({
    "50, 100, '50 % of 4, rounded up, stay in service: 2 remain;'",
    "60, 100, '60 % of 4, rounded up, stay in service: 3 remain;'",
    "51, 110, '51 % of 4, rounded up, stay in service: 3 remain;'",
    "100, 101, '100 % of 4, rounded up, stay in service: 4 remain;'",
    "100, 100, '100 % of 4, rounded up, stay in service, except the one being replaced: 3 remain;'",
  })
  void aGroupThatMayGrowNeedNotLetAServerGoFirst(long least, long most, String kept) {
    ResourceGraph graph =
        group(refresh(Map.of("minHealthyPercentage", least, "maxHealthyPercentage", most))).build();

    assertThat(why(graph, ROLLING).get(1)).startsWith(kept);
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

    assertThat(why(graph, ROLLING).get(1))
        .startsWith("100 % of 4, rounded up, stay in service: 4 remain;");
  }

  @Test
  void aRefreshThatTurnsBackIsSaidTo() {
    assertThat(why(group(refresh(Map.of("autoRollback", true))).build(), ROLLING))
        .contains("A refresh that fails or raises an alarm is rolled back.")
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
    assertThat(
            why(group(Map.of("healthCheckGracePeriod", 300L)).build(), "One server of `asg` fails"))
        .contains("`asg` replaces it; a new server has 300 s to boot.");
    assertThat(
            why(
                group(Map.of("healthCheckGracePeriod", 300L, "defaultInstanceWarmup", 120L))
                    .build(),
                "One server of `asg` fails"))
        .contains("`asg` replaces it; a new server has 120 s to boot.");
    assertThat(why(group(Map.of()).build(), "One server of `asg` fails"))
        .contains("`asg` replaces it.");
  }
}
