package dev.mainstay.resilience.path;

import static dev.mainstay.resilience.OtherStacks.twoServers;
import static dev.mainstay.resilience.OtherStacks.why;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.resilience.GraphBuilder;
import dev.mainstay.resilience.Mutation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What listeners and their rules do with requests. */
class ForwardingTest {
  private static final String NORMAL = "Normal operation";
  private static final String WORKS =
      "Routes, network ACLs, listeners and security groups carry requests to the data.";
  private static final String LISTENER = "aws:alb/listener:Listener";
  private static final Map<String, Object> FORWARD =
      Map.of("type", "forward", "targetGroupArn", "@targets");
  private static final Map<String, Object> FIXED =
      Map.of("type", "fixed-response", "fixedResponse", Map.of("statusCode", "503"));

  /** The load balancer with one more listener, and the first answering nothing. */
  private static GraphBuilder listening(List<?> actions) {
    return twoServers()
        .add("aws:alb/targetGroup:TargetGroup", "empty", Map.of("port", 8080L))
        .add(
            LISTENER,
            "second",
            Map.of("loadBalancerArn", "@lb", "port", 80L, "defaultActions", actions));
  }

  private static List<String> said(GraphBuilder graph) {
    return why(withoutFirst(graph), NORMAL);
  }

  private static ResourceGraph withoutFirst(GraphBuilder graph) {
    return Mutation.of(graph.build()).without(LISTENER, "http").graph();
  }

  private static Map<String, Object> weighted(long targets, long empty) {
    var groups = new ArrayList<Map<String, Object>>();
    groups.add(Map.of("arn", "@targets", "weight", targets));
    groups.add(Map.of("arn", "@empty", "weight", empty));
    return Map.of("type", "forward", "forward", Map.of("targetGroups", groups));
  }

  @Test
  void aFixedAnswerIsNoServer() {
    assertThat(said(listening(List.of(FIXED))))
        .containsExactly("No listener forwards to target group `targets`.");
  }

  @Test
  void aTargetGroupWithoutWeightGetsNoRequests() {
    assertThat(said(listening(List.of(weighted(100, 0))))).containsExactly(WORKS);
    assertThat(said(listening(List.of(weighted(0, 100)))))
        .containsExactly(
            "No targets of target group `empty` are known.",
            "No listener forwards to target group `targets`.");
  }

  @Test
  void aShareOfRequestsGoesToATargetGroupWithoutKnownTargets() {
    assertThat(said(listening(List.of(weighted(90, 10)))))
        .containsExactly("No targets of target group `empty` are known.");
  }

  @Test
  void anIdentityProviderInFrontIsNotJudged() {
    assertThat(said(listening(List.of(Map.of("type", "authenticate-oidc"), FORWARD))))
        .containsExactly("`second` asks an identity provider, which is not judged.");
  }

  private static GraphBuilder rule(GraphBuilder graph, String name, long priority, Object action) {
    return graph.add(
        "aws:alb/listenerRule:ListenerRule",
        name,
        Map.of(
            "listenerArn",
            "@second",
            "priority",
            priority,
            "conditions",
            List.of(Map.of("pathPattern", Map.of("values", List.of("/*")))),
            "actions",
            List.of(action)));
  }

  @Test
  void aRuleForEveryPathDecidesBeforeThoseAfterItAndTheDefault() {
    assertThat(said(rule(listening(List.of(FIXED)), "all", 10, FORWARD))).containsExactly(WORKS);
    assertThat(said(rule(listening(List.of(FORWARD)), "closed", 10, FIXED)))
        .containsExactly("No listener forwards to target group `targets`.");
    assertThat(said(rule(rule(listening(List.of(FIXED)), "all", 10, FORWARD), "closed", 5, FIXED)))
        .containsExactly("No listener forwards to target group `targets`.");
  }

  @Test
  void aFleetThatGetsNoRequestsDoesNotMatterToOthers() {
    ResourceGraph graph =
        twoServers()
            .add("aws:alb/targetGroup:TargetGroup", "green", Map.of("port", 8080L))
            .add(
                "aws:autoscaling/group:Group",
                "idle",
                Map.of(
                    "minSize",
                    0L,
                    "availabilityZones",
                    List.of("us-east-1a"),
                    "targetGroupArns",
                    List.of("@green")))
            .build();

    assertThat(why(graph, NORMAL)).containsExactly(WORKS);
    assertThat(Mutation.summaries(graph)).doesNotContainKey("One server of `idle` fails");
  }

  @Test
  void aLoadBalancerThatOnlyRedirectsIsNoEntry() {
    ResourceGraph graph =
        twoServers()
            .add("aws:alb/loadBalancer:LoadBalancer", "old", Map.of("subnets", List.of("gone")))
            .add(
                LISTENER,
                "old",
                Map.of(
                    "loadBalancerArn",
                    "@old",
                    "port",
                    80L,
                    "defaultActions",
                    List.of(Map.of("type", "redirect"))))
            .build();

    assertThat(why(graph, NORMAL)).containsExactly(WORKS);
  }
}
