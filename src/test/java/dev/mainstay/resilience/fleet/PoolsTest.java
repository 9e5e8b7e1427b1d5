package dev.mainstay.resilience.fleet;

import static dev.mainstay.resilience.OtherStacks.SECURITY_GROUP;
import static dev.mainstay.resilience.OtherStacks.open;
import static dev.mainstay.resilience.OtherStacks.servers;
import static dev.mainstay.resilience.OtherStacks.why;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.resilience.GraphBuilder;
import dev.mainstay.resilience.Mutation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Auto Scaling groups that share a target group, that run on Spot capacity, or stand still. */
class PoolsTest {
  private static final String NORMAL = "Normal operation";

  /** The NAT is in the other one. */
  private static final String ZONE = "Availability Zone us-east-1b fails";

  private static final String ONE_SERVER = "One server of `asg` fails";
  private static final String WORKS =
      "Routes, network ACLs, listeners and security groups carry requests to the data.";
  private static final List<String> BOTH = List.of("@private-a", "@private-b");

  private static GraphBuilder template(Map<String, Object> more) {
    var inputs = new HashMap<String, Object>(more);
    inputs.put("vpcSecurityGroupIds", List.of("@web-sg"));
    return servers().add("aws:ec2/launchTemplate:LaunchTemplate", "template", inputs);
  }

  private static GraphBuilder group(
      GraphBuilder graph, String name, long size, List<String> subnets, Map<String, Object> more) {
    var inputs = new HashMap<String, Object>();
    inputs.put("minSize", size);
    inputs.put("maxSize", size);
    inputs.put("healthCheckType", "ELB");
    inputs.put("vpcZoneIdentifiers", subnets);
    inputs.put("targetGroupArns", List.of("@targets"));
    inputs.put("launchTemplate", Map.of("id", "@template"));
    inputs.putAll(more);
    return graph.add("aws:autoscaling/group:Group", name, inputs);
  }

  private static GraphBuilder group(long size, Map<String, Object> more) {
    return group(template(Map.of()), "asg", size, BOTH, more);
  }

  private static String outcome(GraphBuilder graph, String title) {
    return Mutation.summaries(graph.build()).get(title);
  }

  @Test
  void groupsInOneTargetGroupReplaceOneAnother() {
    var graph =
        group(
            group(template(Map.of()), "one", 2, List.of("@private-a"), Map.of()),
            "two",
            2,
            List.of("@private-b"),
            Map.of());

    assertThat(outcome(graph, ZONE)).startsWith("SURVIVES");
    assertThat(why(graph.build(), ZONE))
        .contains(
            "`one` has at least 2 servers (minSize).",
            "`two` has at least 2 servers (minSize).",
            "Up to 2 in us-east-1b.",
            "4 - 2 = 2 remain; 1 required (no tag `mainstay:requiredInstances`).");
    assertThat(outcome(graph, "One server of `one` fails")).startsWith("SURVIVES");
    assertThat(outcome(graph, "One server of `two` fails")).startsWith("SURVIVES");
  }

  @Test
  void groupsInOneZoneFallTogether() {
    var graph =
        group(
            group(template(Map.of()), "one", 2, List.of("@private-b"), Map.of()),
            "two",
            2,
            List.of("@private-b"),
            Map.of());

    assertThat(outcome(graph, ZONE)).startsWith("DOWN");
  }

  @Test
  void groupsInTwoTargetGroupsAreBothNeeded() {
    var graph =
        group(template(Map.of()), "one", 2, List.of("@private-a"), Map.of())
            .add("aws:alb/targetGroup:TargetGroup", "api", Map.of("port", 8080L))
            .add(
                "aws:alb/listener:Listener",
                "api",
                Map.of(
                    "loadBalancerArn",
                    "@lb",
                    "port",
                    80L,
                    "defaultActions",
                    List.of(Map.of("type", "forward", "targetGroupArn", "@api"))));
    group(graph, "two", 2, List.of("@private-b"), Map.of("targetGroupArns", List.of("@api")));

    assertThat(outcome(graph, ZONE)).startsWith("DOWN");
    assertThat(outcome(graph, NORMAL)).startsWith("SURVIVES");
  }

  @Test
  void whatTheLoadRequiresAddsUp() {
    var tag = List.of(Map.of("key", "mainstay:requiredInstances", "value", "2"));
    var graph =
        group(
            group(template(Map.of()), "one", 2, List.of("@private-a"), Map.of("tags", tag)),
            "two",
            3,
            List.of("@private-b"),
            Map.of("tags", tag));

    assertThat(why(graph.build(), "One server of `one` fails"))
        .contains("5 - 1 = 4 remain; 4 required.");
    assertThat(outcome(graph, ZONE)).startsWith("DEGRADED");
  }

  @Test
  void aGroupWithoutServersAddsNone() {
    var graph =
        group(
            group(template(Map.of()), "one", 2, BOTH, Map.of()),
            "parked",
            0,
            BOTH,
            Map.of("maxSize", 0L));

    assertThat(outcome(graph, NORMAL)).startsWith("SURVIVES");
    assertThat(outcome(graph, ZONE)).startsWith("SURVIVES");
  }

  @Test
  void aGroupOfNoServersAnswersNothing() {
    assertThat(outcome(group(0, Map.of()), NORMAL)).isEqualTo("DOWN (not known, none)");
    assertThat(why(group(0, Map.of()).build(), NORMAL))
        .containsExactly("`asg` has at least 0 servers (minSize). Nothing answers requests.");
    assertThat(why(group(0, Map.of("maxSize", 4L)).build(), NORMAL))
        .containsExactly("`asg` has at least 0 servers (minSize). Requests may find none.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Launch", "Terminate", "HealthCheck", "ReplaceUnhealthy", "AddToLoadBalancer"})
  void aGroupWithASuspendedProcessReplacesNothing(String process) {
    var graph = group(2, Map.of("suspendedProcesses", List.of(process)));

    assertThat(outcome(graph, ONE_SERVER)).startsWith("DEGRADED");
    assertThat(why(graph.build(), ONE_SERVER))
        .contains("`asg` does not replace it: process %s is suspended.".formatted(process));
  }

  @Test
  void aSuspendedProcessThatReplacesNothingDoesNotMatter() {
    var refresh = Map.of("strategy", "Rolling");
    var harmless =
        group(2, Map.of("suspendedProcesses", List.of("AZRebalance"), "instanceRefresh", refresh));
    var still =
        group(2, Map.of("suspendedProcesses", List.of("Launch"), "instanceRefresh", refresh));

    assertThat(outcome(harmless, ONE_SERVER)).startsWith("SURVIVES");
    assertThat(why(still.build(), "Rolling deployment of `asg`"))
        .containsExactly("A refresh of `asg` does not finish while process Launch is suspended.");
  }

  private static Map<String, Object> mixed(Map<String, Object> distribution) {
    return Map.of(
        "mixedInstancesPolicy",
        Map.of(
            "instancesDistribution",
            distribution,
            "launchTemplate",
            Map.of("launchTemplateSpecification", Map.of("launchTemplateId", "@template"))));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, UNKNOWN, UNKNOWN",
    "1, 0, SURVIVES, UNKNOWN",
    "2, 0, SURVIVES, SURVIVES",
    "0, 50, SURVIVES, SURVIVES",
    "0, 100, SURVIVES, SURVIVES",
  })
  void spotCapacityMayGoAllAtOnce(long base, long percent, String instance, String zone) {
    var graph =
        group(
            4,
            mixed(
                Map.of(
                    "onDemandBaseCapacity", base, "onDemandPercentageAboveBaseCapacity", percent)));

    assertThat(outcome(graph, ONE_SERVER)).startsWith(instance);
    assertThat(outcome(graph, ZONE)).startsWith(zone);
  }

  @Test
  void aTemplateMayAskForSpotCapacity() {
    var graph =
        group(
            template(Map.of("instanceMarketOptions", Map.of("marketType", "spot"))),
            "asg",
            4,
            BOTH,
            Map.of());

    assertThat(why(graph.build(), ONE_SERVER))
        .contains(
            "AWS can reclaim all Spot capacity of `asg` at once: 0 on-demand remain; 1 required (no"
                + " tag `mainstay:requiredInstances`).");
  }

  @Test
  void serversInAZoneOfNoLoadBalancerGetNoRequests() {
    var graph = group(template(Map.of()), "asg", 4, BOTH, Map.of());
    Mutation mutation = Mutation.of(graph.build());
    mutation.point(
        "aws:alb/loadBalancer:LoadBalancer",
        "lb",
        "subnets",
        mutation.node("aws:ec2/subnet:Subnet", "public-b"));
    ResourceGraph one = mutation.graph();

    assertThat(why(one, ONE_SERVER))
        .contains(
            "Servers in us-east-1a get no requests: the load balancer is not enabled there.",
            "2 - 1 = 1 remain; 1 required (no tag `mainstay:requiredInstances`).");
    assertThat(Mutation.summaries(one).get(ZONE)).startsWith("DOWN");
    assertThat(Mutation.summaries(one).get(NORMAL)).startsWith("SURVIVES");
  }

  @Test
  void aLoadBalancerInOtherZonesThanAllServersHasNone() {
    Mutation mutation =
        Mutation.of(group(template(Map.of()), "asg", 2, List.of("@private-a"), Map.of()).build());
    mutation.point(
        "aws:alb/loadBalancer:LoadBalancer",
        "lb",
        "subnets",
        mutation.node("aws:ec2/subnet:Subnet", "public-b"));

    assertThat(Mutation.summaries(mutation.graph()).get(NORMAL)).startsWith("DOWN");
  }

  private static GraphBuilder service(String targetType, Map<String, Object> more) {
    var inputs = new HashMap<String, Object>();
    inputs.put("launchType", "FARGATE");
    inputs.put("desiredCount", 2L);
    inputs.put(
        "networkConfiguration", Map.of("subnets", BOTH, "securityGroups", List.of("@task-sg")));
    inputs.put(
        "loadBalancers", List.of(Map.of("targetGroupArn", "@tasks", "containerPort", 9000L)));
    inputs.putAll(more);
    return servers()
        .add(
            SECURITY_GROUP,
            "task-sg",
            Map.of(
                "ingress",
                List.of(open("tcp", 9000, 9000, "10.1.0.0/16")),
                "egress",
                List.of(open("-1", 0, 0, "0.0.0.0/0"))))
        .add(
            "aws:alb/targetGroup:TargetGroup",
            "tasks",
            Map.of(
                "port",
                80L,
                "targetType",
                targetType,
                "healthCheck",
                Map.of("interval", 30L, "timeout", 5L, "unhealthyThreshold", 2L)))
        .add(
            "aws:alb/listener:Listener",
            "tasks",
            Map.of(
                "loadBalancerArn",
                "@lb",
                "port",
                80L,
                "defaultActions",
                List.of(Map.of("type", "forward", "targetGroupArn", "@tasks"))))
        .add("aws:ecs/service:Service", "svc", inputs);
  }

  private static ResourceGraph alone(GraphBuilder graph) {
    return Mutation.of(graph.build()).without("aws:alb/listener:Listener", "http").graph();
  }

  @Test
  void tasksOnFargateAreServersToo() {
    ResourceGraph graph = alone(service("ip", Map.of()));

    assertThat(why(graph, NORMAL)).containsExactly(WORKS);
    assertThat(Mutation.summaries(graph).get(ZONE)).startsWith("SURVIVES");
    assertThat(why(graph, "One server of `svc` fails"))
        .contains(
            "`svc` has at least 2 tasks.",
            "2 - 1 = 1 remain; 1 required (no tag `mainstay:requiredInstances`).",
            "ECS starts another task of `svc`.");
    assertThat(why(graph, "Rolling deployment of `svc`"))
        .contains(
            "100 % of 2, rounded up, stay in service: 2 remain; 1 required (no tag"
                + " `mainstay:requiredInstances`).");
  }

  @Test
  void tasksWithTheirOwnInterfaceNeedATargetGroupOfAddresses() {
    assertThat(why(alone(service("instance", Map.of())), NORMAL))
        .containsExactly(
            "Target group `tasks` is not of type ip, which tasks with their own network interface"
                + " require.");
  }

  @Test
  void aServiceOfNoTasksAnswersNothing() {
    assertThat(Mutation.summaries(alone(service("ip", Map.of("desiredCount", 0L)))).get(NORMAL))
        .startsWith("UNKNOWN");
  }

  @Test
  void tasksOnEc2MayAllBeInOneZone() {
    ResourceGraph graph = alone(service("ip", Map.of("launchType", "EC2")));

    assertThat(why(graph, ZONE))
        .contains("How many servers of `svc` are in us-east-1b is not known.");
  }

  @Test
  void aScalingTargetSaysHowFewTasksThereMayBe() {
    var graph =
        service("ip", Map.of())
            .add(
                "aws:appautoscaling/target:Target",
                "scaling",
                Map.of("resourceId", "@svc", "minCapacity", 1L));

    assertThat(Mutation.summaries(alone(graph)).get("One server of `svc` fails"))
        .startsWith("DOWN");
  }

  @Test
  void fargateSpotMayGoAllAtOnce() {
    var strategy =
        List.of(
            Map.of("capacityProvider", "FARGATE_SPOT", "weight", 1L),
            Map.of("capacityProvider", "FARGATE", "base", 1L, "weight", 0L));
    var spotOnly = List.of(Map.of("capacityProvider", "FARGATE_SPOT", "weight", 1L));

    assertThat(
            Mutation.summaries(
                    alone(
                        service(
                            "ip",
                            Map.of("launchType", "", "capacityProviderStrategies", strategy))))
                .get("One server of `svc` fails"))
        .startsWith("SURVIVES");
    assertThat(
            Mutation.summaries(
                    alone(
                        service(
                            "ip",
                            Map.of("launchType", "", "capacityProviderStrategies", spotOnly))))
                .get("One server of `svc` fails"))
        .startsWith("UNKNOWN");
  }
}
