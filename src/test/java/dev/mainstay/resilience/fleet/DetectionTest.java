package dev.mainstay.resilience.fleet;

import static dev.mainstay.resilience.OtherStacks.servers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.resilience.Prod;
import dev.mainstay.resilience.model.Interruption;
import dev.mainstay.resilience.model.Outcome;
import dev.mainstay.resilience.model.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How soon load balancers notice that a server does not work. */
class DetectionTest {
  private static final String ARITHMETIC =
      "Target group `targets` takes a server out of service after 2 failed checks: (2-1)*30+5 = 35 s to 2*30+5 ="
          + " 65 s.";

  /** A group in the usual target group, which finds out in 35 to 65 s, and in this one. */
  private static Verdict inASecondTargetGroup(Map<String, Object> healthCheck) {
    ResourceGraph graph =
        servers()
            .add("aws:lb/targetGroup:TargetGroup", "second", Map.of("healthCheck", healthCheck))
            .add(
                Prod.GROUP,
                "asg",
                Map.of(
                    "minSize",
                    2L,
                    "healthCheckType",
                    "ELB",
                    "targetGroupArns",
                    List.of("@targets", "@second")))
            .build();
    return Prod.verdict(graph, "One server of `asg` fails");
  }

  @Test
  void theSlowestOfSeveralTargetGroupsCounts() {
    Verdict verdict =
        inASecondTargetGroup(Map.of("interval", 10L, "timeout", 9L, "unhealthyThreshold", 10L));

    assertThat(verdict.interruption()).isEqualTo(Interruption.between(99, 109));
    assertThat(verdict.why())
        .contains(
            ARITHMETIC,
            "Target group `second` takes a server out of service after 10 failed checks: (10-1)*10+9 = 99 s to"
                + " 10*10+9 = 109 s.");
  }

  @Test
  void oneThatDoesNotLookSendsRequestsToFailedServers() {
    Verdict verdict = inASecondTargetGroup(Map.of("enabled", false));

    assertThat(verdict.outcome()).isEqualTo(Outcome.DEGRADED);
    assertThat(verdict.interruption()).isEqualTo(Interruption.atLeast(35));
    assertThat(verdict.why())
        .contains(
            ARITHMETIC,
            "Target group `second` has no health check.",
            "The load balancer keeps sending requests to a server that does not answer.",
            "Requests to the failed servers keep failing.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"interval", "timeout", "unhealthyThreshold"})
  void oneThatLeavesAnyOfItToDefaultsNoticesNobodyKnowsWhen(String left) {
    var healthCheck =
        new HashMap<String, Object>(
            Map.of("interval", 30L, "timeout", 5L, "unhealthyThreshold", 2L));
    healthCheck.remove(left);
    Verdict verdict = inASecondTargetGroup(healthCheck);

    assertThat(verdict.outcome()).isEqualTo(Outcome.SURVIVES);
    assertThat(verdict.interruption()).isEqualTo(Interruption.atLeast(35));
    assertThat(verdict.why())
        .contains(
            "Target group `second` sets no interval, timeout or unhealthyThreshold.",
            "When a failure is detected depends on defaults.");
  }
}
