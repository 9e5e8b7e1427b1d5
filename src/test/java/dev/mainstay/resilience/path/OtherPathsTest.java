package dev.mainstay.resilience.path;

import static dev.mainstay.resilience.OtherStacks.DATABASE;
import static dev.mainstay.resilience.OtherStacks.SECURITY_GROUP;
import static dev.mainstay.resilience.OtherStacks.group;
import static dev.mainstay.resilience.OtherStacks.open;
import static dev.mainstay.resilience.OtherStacks.servers;
import static dev.mainstay.resilience.OtherStacks.twoServers;
import static dev.mainstay.resilience.OtherStacks.why;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.resilience.GraphBuilder;
import dev.mainstay.resilience.Mutation;
import dev.mainstay.resilience.OtherStacks;
import dev.mainstay.resilience.Prod;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way of a request through stacks that other programs made. */
class OtherPathsTest {
  private static final String LET_THROUGH =
      "Routes, network ACLs, listeners and security groups carry requests to the data.";

  private static final Map<String, Object> DATA_SUBNETS =
      Map.of("subnetIds", List.of("@private-a", "@private-b"));

  private static List<String> way(ResourceGraph graph) {
    return why(graph, "Normal operation");
  }

  /** A stack whose database is closed to everybody, so that the port it is missed on is named. */
  private static GraphBuilder closed(Map<String, Object> database) {
    var inputs = new HashMap<String, Object>(database);
    inputs.put("vpcSecurityGroupIds", List.of("@db-sg"));
    inputs.put("dbSubnetGroupName", "@db-subnets");
    return twoServers()
        .add(SECURITY_GROUP, "db-sg", Map.of())
        .add("aws:rds/subnetGroup:SubnetGroup", "db-subnets", DATA_SUBNETS)
        .add(DATABASE, "db", inputs);
  }

  private static String missed(String name, long port) {
    return "No security group rule allows traffic from `targets` to `%s` on port %d."
        .formatted(name, port);
  }

  @ParameterizedTest
  @CsvSource({"postgres, 5432", "mysql, 3306", "mariadb, 3306"})
  void aDatabaseListensWhereItsEngineDoes(String engine, long port) {
    assertThat(way(closed(Map.of("engine", engine)).build())).containsExactly(missed("db", port));
  }

  @Test
  void aDatabaseListensOnThePortThatItNames() {
    assertThat(way(closed(Map.of("engine", "postgres", "port", 6000L)).build()))
        .containsExactly(missed("db", 6000));
  }

  @Test
  void aDatabaseOfAnotherEngineListensNobodyKnowsWhere() {
    assertThat(way(closed(Map.of("engine", "oracle-ee")).build()))
        .containsExactly("The port of `db` is not known.");
  }

  @Test
  void aReplicaThatServersMayNotReachIsNotOnTheirPath() {
    ResourceGraph graph =
        closed(Map.of("port", 6000L))
            .add(
                DATABASE,
                "reader",
                Map.of("replicateSourceDb", "@db", "vpcSecurityGroupIds", List.of("@db-sg")))
            .build();

    assertThat(way(graph)).containsExactly(missed("db", 6000));
  }

  @Test
  void aCacheListensOnItsPort() {
    for (var port :
        Map.<Map<String, Object>, Long>of(Map.of(), 6379L, Map.of("port", 7000L), 7000L)
            .entrySet()) {
      var inputs = new HashMap<String, Object>(port.getKey());
      inputs.put("numCacheClusters", 1L);
      inputs.put("securityGroupIds", List.of("@cache-sg"));
      inputs.put("subnetGroupName", "@cache-subnets");
      ResourceGraph graph =
          twoServers()
              .add(SECURITY_GROUP, "cache-sg", Map.of())
              .add("aws:elasticache/subnetGroup:SubnetGroup", "cache-subnets", DATA_SUBNETS)
              .add(Prod.CACHE, "cache", inputs)
              .build();

      assertThat(way(graph)).containsExactly(missed("cache", port.getValue()));
    }
  }

  @Test
  void theTwoEndsOfAWayThatIsCutAreTouched() {
    ResourceGraph graph = closed(Map.of("engine", "postgres")).build();

    assertThat(Prod.verdict(graph, "Normal operation").affected())
        .containsExactly(
            "urn:pulumi:test::other::aws:alb/targetGroup:TargetGroup::targets",
            "urn:pulumi:test::other::aws:rds/instance:Instance::db");
  }

  @Test
  void aDatabaseWhoseGroupsAreElsewhereMayOrMayNotBeReached() {
    ResourceGraph graph = OtherStacks.database(twoServers(), Map.of()).build();
    graph = Mutation.of(graph).set(DATABASE, "db", "vpcSecurityGroupIds", null).graph();

    assertThat(way(graph))
        .containsExactly(
            "Which security groups apply to traffic from `targets` to `db` on port 5432 is not known.");
  }

  @Test
  void theHealthCheckIsLetThroughToo() {
    var graph = twoServers().build();
    Mutation elsewhere =
        Mutation.of(graph)
            .set("aws:alb/targetGroup:TargetGroup", "targets", "healthCheck.port", "9000");
    Mutation same =
        Mutation.of(graph)
            .set("aws:alb/targetGroup:TargetGroup", "targets", "healthCheck.port", "traffic-port");

    assertThat(way(elsewhere.graph()))
        .containsExactly(
            "No security group rule allows traffic from `lb` to `targets` on port 9000.");
    assertThat(way(same.graph())).containsExactly(LET_THROUGH);
  }

  @Test
  void aRuleOfAListenerForwardsAsItsDefaultDoes() {
    ResourceGraph graph =
        Mutation.of(
                twoServers()
                    .add(
                        "aws:lb/listenerRule:ListenerRule",
                        "all",
                        Map.of(
                            "listenerArn",
                            "@http",
                            "actions",
                            List.of(Map.of("type", "forward", "targetGroupArn", "@targets"))))
                    .build())
            .set("aws:alb/listener:Listener", "http", "defaultActions", null)
            .graph();

    assertThat(way(graph)).containsExactly(LET_THROUGH);
  }

  @Test
  void aListenerOfSomebodyElsesLoadBalancerIsNotKnownToBeReached() {
    ResourceGraph graph =
        Mutation.of(twoServers().build())
            .set("aws:alb/listener:Listener", "http", "loadBalancerArn", "arn:of-somebody-else")
            .graph();

    assertThat(way(graph)).containsExactly("The load balancer of listener `http` is not known.");
  }

  @Test
  void aLoadBalancerWhoseGroupsAreElsewhereMayOrMayNotBeReached() {
    ResourceGraph graph =
        Mutation.of(twoServers().build())
            .set("aws:alb/loadBalancer:LoadBalancer", "lb", "securityGroups", null)
            .graph();

    assertThat(way(graph))
        .containsExactly(
            "The security groups of load balancer `lb` are not known.",
            "Which security groups apply to traffic from `lb` to `targets` on port 8080 is not"
                + " known.");
  }

  @ParameterizedTest
  @CsvSource({
    "aws:ec2/launchTemplate:LaunchTemplate, vpcSecurityGroupIds, launchTemplate",
    "aws:ec2/launchTemplate:LaunchTemplate, networkInterfaces, mixedInstancesPolicy",
    "aws:ec2/launchConfiguration:LaunchConfiguration, securityGroups, launchConfiguration",
  })
  void theGroupsOfServersAreThoseOfTheirTemplate(String type, String groups, String template) {
    var graph = servers();
    graph.add(
        SECURITY_GROUP, "asg-sg", Map.of("ingress", List.of(open("tcp", 8080, 8080, "0.0.0.0/0"))));
    graph.add(type, "template", Map.of(groups, List.of("@asg-sg")));
    graph.add(
        "aws:autoscaling/group:Group",
        "asg",
        Map.of(
            "minSize",
            2L,
            "vpcZoneIdentifiers",
            List.of("@private-a", "@private-b"),
            "targetGroupArns",
            List.of("@targets"),
            template,
            "@template"));

    assertThat(way(graph.build())).containsExactly(LET_THROUGH);
  }

  @Test
  void serversWithoutATemplateMayOrMayNotBeReached() {
    assertThat(way(group(Map.of()).build()))
        .containsExactly(
            "Which security groups apply to traffic from `lb` to `asg` on port 8080 is not known.",
            "Not all subnets of `lb` and `asg` are known.");
  }

  @Test
  void theSubnetOfAnInterfaceIsNotItsSecurityGroup() {
    var graph = servers();
    graph.add(
        "aws:ec2/launchTemplate:LaunchTemplate",
        "template",
        Map.of(
            "networkInterfaces",
            List.of(
                Map.of(
                    "subnetId", "@private-a", "securityGroups", List.of("sg-of-somebody-else")))));
    graph.add(
        "aws:autoscaling/group:Group",
        "asg",
        Map.of(
            "minSize",
            2L,
            "vpcZoneIdentifiers",
            List.of("@private-a", "@private-b"),
            "targetGroupArns",
            List.of("@targets"),
            "launchTemplate",
            "@template"));

    assertThat(way(graph.build()))
        .containsExactly(
            "Which security groups apply to traffic from `lb` to `asg` on port 8080 is not known.");
  }

  @Test
  void aRuleThatForwardsElsewhereDoesNotForwardHere() {
    ResourceGraph graph =
        Mutation.of(
                twoServers()
                    .add("aws:lb/targetGroup:TargetGroup", "others", Map.of())
                    .add(
                        "aws:lb/listenerRule:ListenerRule",
                        "some",
                        Map.of(
                            "listenerArn",
                            "@http",
                            "actions",
                            List.of(Map.of("type", "forward", "targetGroupArn", "@others"))))
                    .build())
            .set("aws:alb/listener:Listener", "http", "defaultActions", null)
            .graph();

    assertThat(way(graph))
        .containsExactly(
            "No targets of target group `others` are known.",
            "No listener forwards to target group `targets`.");
  }

  @Test
  void aWayOutByAddressLeadsToTheSubnetsOfTheDatabase() {
    var graph = OtherStacks.database(twoServers(), Map.of("multiAz", true)).build();
    Mutation held =
        Mutation.of(graph)
            .set(
                SECURITY_GROUP,
                "web-sg",
                "egress",
                List.of(open("tcp", 5432, 5432, "10.1.10.0/23")));
    Mutation missed =
        Mutation.of(graph)
            .set(
                SECURITY_GROUP,
                "web-sg",
                "egress",
                List.of(open("tcp", 5432, 5432, "10.1.10.0/24")));

    assertThat(way(held.graph())).containsExactly(LET_THROUGH);
    assertThat(way(missed.graph()))
        .containsExactly(
            "Security group rules allow traffic from `targets` to `db` on port 5432 in some subnets"
                + " only.");
  }
}
