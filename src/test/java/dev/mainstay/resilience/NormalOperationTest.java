package dev.mainstay.resilience;

import static dev.mainstay.resilience.OtherStacks.SECURITY_GROUP;
import static dev.mainstay.resilience.OtherStacks.twoServers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.resilience.model.Estimate;
import dev.mainstay.resilience.model.Outcome;
import dev.mainstay.resilience.model.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is not seen to work does not survive anything. */
class NormalOperationTest {
  private static ResourceGraph lettingIn(List<?> rules) {
    return Mutation.of(twoServers().build()).set(SECURITY_GROUP, "lb-sg", "ingress", rules).graph();
  }

  @Test
  void aServiceThatIsDownStaysDownWhateverFails() {
    Resilience closed = Resilience.of(lettingIn(List.of()));

    assertThat(closed.verdicts()).extracting(Verdict::outcome).containsOnly(Outcome.DOWN);
    assertThat(closed.verdicts().stream().skip(1).map(verdict -> verdict.why().get(0)))
        .filteredOn(why -> why.equals("The service is down in normal operation."))
        .hasSize(4);
    assertThat(closed.estimates()).extracting(Estimate::outcome).containsOnly(Outcome.DOWN);
  }

  @Test
  void aServiceThatIsNotKnownToWorkIsNotKnownToSurvive() {
    ResourceGraph graph =
        Mutation.of(twoServers().build())
            .set("aws:alb/loadBalancer:LoadBalancer", "lb", "securityGroups", null)
            .graph();

    assertThat(Resilience.of(graph).verdicts())
        .extracting(Verdict::outcome)
        .containsOnly(Outcome.UNKNOWN, Outcome.DOWN);
    assertThat(Resilience.of(graph).verdicts().get(1).why().get(0))
        .isEqualTo("Whether the service works in normal operation is not known.");
  }

  @Test
  void aServiceThatWorksIsJudgedByEachFailure() {
    ResourceGraph graph = twoServers().build();

    assertThat(Resilience.of(graph)).isEqualTo(Resilience.byThemselves(graph));
  }
}
