package dev.mainstay.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.graph.ResourceNode.Reference;
import dev.mainstay.resilience.model.Failure;
import dev.mainstay.resilience.model.Outcome;
import dev.mainstay.resilience.model.Verdict;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A failover into a subnet that servers do not reach does not help. */
class DataReachTest {
  private static final Map<String, Object> ALL =
      Map.of(
          "ruleNo",
          100L,
          "action",
          "allow",
          "protocol",
          "-1",
          "cidrBlock",
          "0.0.0.0/0",
          "fromPort",
          0L,
          "toPort",
          0L);

  /** The stack {@code prod} whose first data subnet answers nobody, or everybody. */
  private static Resilience withAcl(List<Object> egress) {
    ResourceNode subnet = Prod.GRAPH.find(Prod.SUBNET, "network-data-a").orElseThrow();
    var acl =
        new ResourceNode(
            "urn:pulumi:prod::mainstay::aws:ec2/networkAcl:NetworkAcl::data-a",
            "aws:ec2/networkAcl:NetworkAcl",
            "data-a",
            null,
            true,
            false,
            List.of(),
            Map.of("subnetIds", List.of("id"), "ingress", List.of(ALL), "egress", egress),
            List.of(new Reference("subnetIds[0]", subnet.urn(), "id", true)));
    return Resilience.of(
        new ResourceGraph(
            "mainstay",
            "prod",
            Stream.concat(Prod.GRAPH.resources().stream(), Stream.of(acl)).toList(),
            Map.of()));
  }

  private static Stream<Verdict> of(Resilience resilience, Failure.Kind... kinds) {
    return resilience.verdicts().stream()
        .filter(verdict -> List.of(kinds).contains(verdict.failure().kind()));
  }

  @Test
  void dataThatIsReachedInSomePlacesOnlyIsNotKnownToSurvive() {
    Resilience resilience = withAcl(List.of());

    assertThat(of(resilience, Failure.Kind.NONE))
        .extracting(Verdict::outcome)
        .containsExactly(Outcome.DEGRADED);
    assertThat(
            of(
                resilience,
                Failure.Kind.ZONE,
                Failure.Kind.DATABASE_PRIMARY,
                Failure.Kind.CACHE_PRIMARY))
        .hasSize(4)
        .allSatisfy(
            verdict -> {
              assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
              assertThat(verdict.why())
                  .contains(
                      "Servers reach data in some places only: whether they reach what is left is"
                          + " not known.");
            });
  }

  @Test
  void dataThatIsReachedEverywhereSurvives() {
    assertThat(of(withAcl(List.of(ALL)), Failure.Kind.ZONE, Failure.Kind.DATABASE_PRIMARY))
        .hasSize(3)
        .extracting(Verdict::outcome)
        .containsOnly(Outcome.SURVIVES);
  }
}
