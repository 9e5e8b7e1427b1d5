package dev.mainstay.resilience.path;

import static dev.mainstay.resilience.OtherStacks.servers;
import static dev.mainstay.resilience.OtherStacks.why;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.resilience.Mutation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Load balancers whose nodes keep to the servers of their own zone. */
class ZonalNodesTest {
  private static final String ONE_SERVER = "One server of `asg` fails";
  private static final String TARGETS = "aws:alb/targetGroup:TargetGroup";
  private static final String BALANCER = "aws:alb/loadBalancer:LoadBalancer";
  private static final String SWITCH = "loadBalancingCrossZoneEnabled";
  private static final String LEAVES =
      "A node of `lb` without a server leaves DNS; clients may use its cached address for up to 60"
          + " s.";

  private static Mutation stack(long servers, String required) {
    return Mutation.of(
        servers()
            .add(
                "aws:autoscaling/group:Group",
                "asg",
                Map.of(
                    "minSize",
                    servers,
                    "healthCheckType",
                    "ELB",
                    "vpcZoneIdentifiers",
                    List.of("@private-a", "@private-b"),
                    "targetGroupArns",
                    List.of("@targets"),
                    "tags",
                    List.of(Map.of("key", "mainstay:requiredInstances", "value", required))))
            .build());
  }

  private static List<String> said(Mutation mutation) {
    return why(mutation.graph(), ONE_SERVER);
  }

  @Test
  void aZoneWithOneServerLeavesDnsWithIt() {
    assertThat(said(stack(2, "1").set(TARGETS, "targets", SWITCH, "false"))).contains(LEAVES);
    assertThat(said(stack(2, "1"))).doesNotContain(LEAVES);
  }

  @Test
  void networkLoadBalancersKeepToTheirZonesUnlessToldOtherwise() {
    assertThat(said(stack(2, "1").set(BALANCER, "lb", "loadBalancerType", "network")))
        .contains(LEAVES);
    assertThat(
            said(
                stack(2, "1")
                    .set(BALANCER, "lb", "loadBalancerType", "network")
                    .set(BALANCER, "lb", "enableCrossZoneLoadBalancing", true)))
        .doesNotContain(LEAVES);
    assertThat(
            said(
                stack(2, "1")
                    .set(BALANCER, "lb", "loadBalancerType", "network")
                    .set(TARGETS, "targets", SWITCH, "true")))
        .doesNotContain(LEAVES);
  }

  @Test
  void theServersOfAZoneCarryTheirShareOfTheLoad() {
    ResourceGraph tight = stack(4, "4").set(TARGETS, "targets", SWITCH, "false").graph();
    ResourceGraph enough = stack(4, "2").set(TARGETS, "targets", SWITCH, "false").graph();

    assertThat(why(tight, ONE_SERVER))
        .contains(
            "Each node of `lb` uses its own zone only: 1 of 2 servers there remain; 2 required.");
    assertThat(Mutation.summaries(enough).get(ONE_SERVER)).startsWith("SURVIVES");
  }
}
