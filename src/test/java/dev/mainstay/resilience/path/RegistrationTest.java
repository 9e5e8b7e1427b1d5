package dev.mainstay.resilience.path;

import static dev.mainstay.resilience.OtherStacks.why;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.resilience.Mutation;
import dev.mainstay.resilience.Prod;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A group's servers take requests only where they get into the target group. */
class RegistrationTest {
  private static final String SEEN =
      "Routes, network ACLs, listeners and security groups carry requests to the data.";

  private static List<String> withHook(String transition) {
    return normal(
        Mutation.of(Prod.GRAPH)
            .set(
                Prod.GROUP,
                "web",
                "initialLifecycleHooks",
                List.of(Map.of("name", "ready", "lifecycleTransition", transition)))
            .graph());
  }

  private static List<String> normal(ResourceGraph graph) {
    return why(graph, "Normal operation");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ip", "lambda", "alb"})
  void aGroupRegistersInstancesOnly(String type) {
    assertThat(
            normal(
                Mutation.of(Prod.GRAPH).set(Prod.TARGETS, "edge-web", "targetType", type).graph()))
        .containsExactly(
            "Target group `edge-web` is not of type instance, which Auto Scaling groups require.");
  }

  @Test
  void aLaunchHookHoldsNewServersBack() {
    assertThat(withHook("autoscaling:EC2_INSTANCE_LAUNCHING"))
        .containsExactly(
            "A launch hook holds new servers of `web` back: whether anything ends it is not known.");
  }

  @Test
  void aTerminationHookHoldsNoNewServerBack() {
    assertThat(withHook("autoscaling:EC2_INSTANCE_TERMINATING")).containsExactly(SEEN);
  }
}
