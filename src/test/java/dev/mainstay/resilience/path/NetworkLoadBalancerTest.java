package dev.mainstay.resilience.path;

import static dev.mainstay.resilience.OtherStacks.SECURITY_GROUP;
import static dev.mainstay.resilience.OtherStacks.open;
import static dev.mainstay.resilience.OtherStacks.twoServers;
import static dev.mainstay.resilience.OtherStacks.why;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.resilience.Mutation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Network Load Balancers, which may have no security group and keep the client's address. */
class NetworkLoadBalancerTest {
  private static final String BALANCER = "aws:alb/loadBalancer:LoadBalancer";
  private static final String TARGETS = "aws:alb/targetGroup:TargetGroup";
  private static final String NORMAL = "Normal operation";
  private static final String WORKS =
      "Routes, network ACLs, listeners and security groups carry requests to the data.";
  private static final String NO_CLIENTS =
      "Security group rules let only private addresses reach servers of `targets` on port 8080.";

  private static Mutation withoutGroup(String serversLetIn) {
    return Mutation.of(twoServers().build())
        .set(BALANCER, "lb", "loadBalancerType", "network")
        .set(BALANCER, "lb", "securityGroups", null)
        .set("aws:alb/listener:Listener", "http", "protocol", "TCP")
        .set(SECURITY_GROUP, "web-sg", "ingress", List.of(open("tcp", 8080, 8080, serversLetIn)));
  }

  @Test
  void serversLetInTheClientsThemselves() {
    assertThat(why(withoutGroup("0.0.0.0/0").graph(), NORMAL)).containsExactly(WORKS);
    assertThat(why(withoutGroup("10.1.0.0/16").graph(), NORMAL)).containsExactly(NO_CLIENTS);
  }

  @Test
  void serversThatLetNobodyInAreDown() {
    Mutation closed = withoutGroup("0.0.0.0/0").set(SECURITY_GROUP, "web-sg", "ingress", List.of());

    assertThat(Mutation.summaries(closed.graph())).containsEntry(NORMAL, "DOWN (not known, none)");
  }

  @Test
  void withoutTheClientsAddressThatOfTheLoadBalancerIsEnough() {
    assertThat(
            why(
                withoutGroup("10.1.0.0/16").set(TARGETS, "targets", "targetType", "ip").graph(),
                NORMAL))
        .containsExactly(WORKS);
    assertThat(
            why(
                withoutGroup("10.1.0.0/16")
                    .set(TARGETS, "targets", "preserveClientIp", "false")
                    .graph(),
                NORMAL))
        .containsExactly(WORKS);
    assertThat(
            why(
                withoutGroup("10.1.0.0/16")
                    .set(TARGETS, "targets", "targetType", "ip")
                    .set(TARGETS, "targets", "preserveClientIp", "true")
                    .graph(),
                NORMAL))
        .containsExactly(NO_CLIENTS);
  }

  @Test
  void healthChecksComeFromTheLoadBalancer() {
    assertThat(why(withoutGroup("203.0.113.0/24").graph(), NORMAL))
        .containsExactly(
            "No security group rule allows traffic from `lb` to `targets` on port 8080.");
  }

  @Test
  void oneWithAGroupIsReachedByIt() {
    Mutation grouped =
        Mutation.of(twoServers().build())
            .set(BALANCER, "lb", "loadBalancerType", "network")
            .set("aws:alb/listener:Listener", "http", "protocol", "TCP");

    assertThat(why(grouped.graph(), NORMAL)).containsExactly(WORKS);
  }

  @Test
  void datagramsAreNotJudged() {
    assertThat(
            why(
                withoutGroup("0.0.0.0/0")
                    .set("aws:alb/listener:Listener", "http", "protocol", "UDP")
                    .graph(),
                NORMAL))
        .containsExactly("Listener `http` takes UDP, which is not judged.");
  }
}
