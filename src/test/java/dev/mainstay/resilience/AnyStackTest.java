package dev.mainstay.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.mainstay.graph.ResourceGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Stacks that other programs made, with other resources and other ways to write the same. */
class AnyStackTest {
  private static final String GROUP = "aws:ec2/securityGroup:SecurityGroup";
  private static final String RULE = "aws:ec2/securityGroupRule:SecurityGroupRule";
  private static final String DATABASE = "aws:rds/instance:Instance";

  /** Two servers made by hand, rules and routes written inline, one NAT for all. */
  private static GraphBuilder servers() {
    var graph =
        new GraphBuilder()
            .add("aws:ec2/vpc:Vpc", "vpc", Map.of("cidrBlock", "10.1.0.0/16"))
            .add("aws:ec2/internetGateway:InternetGateway", "igw", Map.of("vpcId", "@vpc"));
    for (String zone : List.of("a", "b")) {
      int third = zone.equals("a") ? 0 : 1;
      subnet(graph, "public-" + zone, "10.1.%d.0/24".formatted(third), "us-east-1" + zone);
      subnet(graph, "private-" + zone, "10.1.%d.0/24".formatted(third + 10), "us-east-1" + zone);
    }
    graph
        .add("aws:ec2/natGateway:NatGateway", "nat", Map.of("subnetId", "@public-a"))
        .add("aws:ec2/routeTable:RouteTable", "out", routes("gatewayId", "@igw"))
        .add("aws:ec2/routeTable:RouteTable", "nat-out", routes("natGatewayId", "@nat"));
    associate(graph, "out", "public-a", "public-b");
    associate(graph, "nat-out", "private-a", "private-b");
    return graph
        .add(
            GROUP,
            "lb-sg",
            Map.of(
                "ingress", List.of(open("tcp", 80, 80, "0.0.0.0/0")),
                "egress", List.of(open("-1", 0, 0, "0.0.0.0/0"))))
        .add(
            GROUP,
            "web-sg",
            Map.of(
                "ingress",
                List.of(
                    Map.of(
                        "protocol",
                        "tcp",
                        "fromPort",
                        8000L,
                        "toPort",
                        8100L,
                        "securityGroups",
                        List.of("@lb-sg"))),
                "egress",
                List.of(open("-1", 0, 0, "0.0.0.0/0"))))
        .add(
            "aws:alb/loadBalancer:LoadBalancer",
            "lb",
            Map.of(
                "subnets", List.of("@public-a", "@public-b"), "securityGroups", List.of("@lb-sg")))
        .add(
            "aws:alb/targetGroup:TargetGroup",
            "targets",
            Map.of(
                "port",
                8080L,
                "healthCheck",
                Map.of("interval", 30L, "timeout", 5L, "unhealthyThreshold", 2L)))
        .add(
            "aws:alb/listener:Listener",
            "http",
            Map.of(
                "loadBalancerArn",
                "@lb",
                "port",
                80L,
                "defaultActions",
                List.of(Map.of("type", "forward", "targetGroupArn", "@targets"))));
  }

  private static void subnet(GraphBuilder graph, String name, String cidr, String zone) {
    graph.add(
        "aws:ec2/subnet:Subnet",
        name,
        Map.of("vpcId", "@vpc", "cidrBlock", cidr, "availabilityZone", zone));
  }

  private static Map<String, Object> routes(String target, String id) {
    return Map.of("routes", List.of(Map.of("cidrBlock", "0.0.0.0/0", target, id)));
  }

  private static void associate(GraphBuilder graph, String table, String... subnets) {
    for (String subnet : subnets) {
      graph.add(
          "aws:ec2/routeTableAssociation:RouteTableAssociation",
          subnet + "-routes",
          Map.of("subnetId", "@" + subnet, "routeTableId", "@" + table));
    }
  }

  private static Map<String, Object> open(String protocol, long from, long to, String cidr) {
    return Map.of(
        "protocol", protocol, "fromPort", from, "toPort", to, "cidrBlocks", List.of(cidr));
  }

  private static GraphBuilder server(GraphBuilder graph, String name, String subnet) {
    return graph
        .add(
            "aws:ec2/instance:Instance",
            name,
            Map.of("subnetId", "@" + subnet, "vpcSecurityGroupIds", List.of("@web-sg")))
        .add(
            "aws:alb/targetGroupAttachment:TargetGroupAttachment",
            name,
            Map.of("targetGroupArn", "@targets", "targetId", "@" + name));
  }

  private static GraphBuilder twoServers() {
    return server(server(servers(), "web1", "private-a"), "web2", "private-b");
  }

  private static GraphBuilder database(GraphBuilder graph, Map<String, Object> more) {
    graph.add(GROUP, "db-sg", Map.of());
    graph.add(
        RULE,
        "db-in",
        Map.of(
            "type", "ingress",
            "securityGroupId", "@db-sg",
            "protocol", "tcp",
            "fromPort", 5432L,
            "toPort", 5432L,
            "sourceSecurityGroupId", "@web-sg"));
    graph.add(
        "aws:rds/subnetGroup:SubnetGroup",
        "db-subnets",
        Map.of("subnetIds", List.of("@private-a", "@private-b")));
    var inputs = new java.util.HashMap<String, Object>(more);
    inputs.put("engine", "postgres");
    inputs.put("vpcSecurityGroupIds", List.of("@db-sg"));
    inputs.put("dbSubnetGroupName", "@db-subnets");
    return graph.add(DATABASE, "db", inputs);
  }

  private static List<String> why(ResourceGraph graph, String title) {
    return Resilience.of(graph).verdicts().stream()
        .filter(it -> it.failure().title().equals(title))
        .findFirst()
        .orElseThrow()
        .why();
  }

  @Test
  void serversMadeOneByOneAreAFleetThatNobodyMends() {
    assertThat(Mutation.summaries(twoServers().build()))
        .containsOnly(
            entry("normal operation", "SURVIVES (none, none)"),
            entry("zone us-east-1a", "DEGRADED (35 to 65 s, none)"),
            entry("zone us-east-1b", "SURVIVES (35 to 65 s, none)"),
            entry("NAT gateway nat", "DEGRADED (none, none)"),
            entry("an instance of targets", "DEGRADED (35 to 65 s, none)"),
            entry("region us-east-1", "DOWN (not known, none)"));
  }

  @Test
  void theGatewayThatIsSharedIsNamed() {
    assertThat(why(twoServers().build(), "NAT gateway nat"))
        .containsExactly(
            "Subnets in us-east-1a, us-east-1b lose their way out, which leads through nat in"
                + " us-east-1a.",
            "AWS runs the gateway redundantly within its zone and repairs it.");
  }

  @Test
  void bothServersInOneZoneAreCountedThere() {
    ResourceGraph graph =
        server(server(servers(), "web1", "private-b"), "web2", "private-b").build();

    assertThat(Mutation.summaries(graph))
        .containsEntry("zone us-east-1a", "DEGRADED (0 to 60 s, none)")
        .containsEntry("zone us-east-1b", "DOWN (at least 35 s, none)");
  }

  @Test
  void aDatabaseThatSaysNothingHasNoStandbyAndUnknownBackups() {
    ResourceGraph graph = database(twoServers(), Map.of()).build();

    assertThat(Mutation.summaries(graph))
        .containsEntry("normal operation", "SURVIVES (none, none)")
        .containsEntry("primary of database db", "DOWN (not known, not known)")
        .containsEntry("zone us-east-1b", "DOWN (at least 35 s, not known)");
    assertThat(why(graph, "primary of database db"))
        .containsExactly(
            "db has no standby (multiAz is not true).",
            "Whether db has backups is not known (backupRetentionPeriod).");
  }

  @Test
  void aDatabaseWhoseSubnetsAreElsewhereStillHasItsStandbyInAnotherZone() {
    ResourceGraph graph =
        twoServers()
            .add(
                DATABASE,
                "db",
                Map.of("multiAz", true, "port", 5432L, "dbSubnetGroupName", "made-by-hand"))
            .build();

    assertThat(Mutation.summaries(graph))
        .containsEntry("primary of database db", "SURVIVES (60 to 120 s, none)")
        .containsEntry("zone us-east-1b", "SURVIVES (60 to 120 s, none)")
        .containsEntry("normal operation", "UNKNOWN (not known, none)");
  }

  @Test
  void aDatabaseWithoutStandbyInUnknownSubnetsMayOrMayNotFallWithAZone() {
    ResourceGraph graph =
        twoServers().add(DATABASE, "db", Map.of("dbSubnetGroupName", "made-by-hand")).build();

    assertThat(Mutation.summaries(graph))
        .containsEntry("zone us-east-1b", "UNKNOWN (at least 35 s, not known)");
  }

  @Test
  void aReplicaIsNamedAsAWayOut() {
    ResourceGraph graph =
        database(twoServers(), Map.of("backupRetentionPeriod", 7L))
            .add(DATABASE, "reader", Map.of("replicateSourceDb", "@db"))
            .build();

    assertThat(why(graph, "primary of database db"))
        .contains("Replica reader can be made the primary by hand, short of the last writes.");
    assertThat(Mutation.summaries(graph)).doesNotContainKey("primary of database reader");
  }

  @Test
  void aMultiZoneClusterFailsOverFaster() {
    ResourceGraph graph =
        twoServers()
            .add(
                "aws:rds/cluster:Cluster",
                "db",
                Map.of("dbClusterInstanceClass", "db.m6gd.large", "backupRetentionPeriod", 7L))
            .build();

    assertThat(Mutation.summaries(graph))
        .containsEntry("primary of database db", "SURVIVES (0 to 35 s, none)");
    assertThat(Resilience.of(graph).notJudged()).isEmpty();
  }

  @Test
  void whatIsNotModelledLeavesEveryZoneUnknown() {
    ResourceGraph graph =
        twoServers()
            .add("aws:rds/cluster:Cluster", "aurora", Map.of("engine", "aurora-postgresql"))
            .build();

    assertThat(Resilience.of(graph).notJudged())
        .containsExactly("urn:pulumi:test::other::aws:rds/cluster:Cluster::aurora");
    assertThat(Mutation.summaries(graph))
        .containsEntry("zone us-east-1b", "UNKNOWN (35 to 65 s, none)");
    assertThat(why(graph, "zone us-east-1b"))
        .contains("What becomes of aurora (aws:rds/cluster:Cluster) is not judged.");
  }

  @Test
  void aStackWithoutServersIsNotKnownToAnswer() {
    ResourceGraph graph = servers().build();

    assertThat(Mutation.summaries(graph))
        .containsEntry("normal operation", "UNKNOWN (not known, none)")
        .containsEntry("zone us-east-1a", "UNKNOWN (at least 0 s, none)");
  }

  @Test
  void anEmptyStackHasNoEstimateButUnknown() {
    Resilience nothing = Resilience.of(new GraphBuilder().build());

    assertThat(nothing.estimates())
        .extracting(Estimate::outcome)
        .containsOnly(Outcome.UNKNOWN)
        .hasSize(4);
    assertThat(nothing.availability().arithmetic())
        .containsExactly("NAT is not counted: no request comes in through it.");
  }

  @Test
  void aGroupThatNamesZonesAndHasItsTargetsAttachedIsAFleetToo() {
    ResourceGraph graph = group(Map.of("desiredCapacity", 4L)).build();

    assertThat(Mutation.summaries(graph))
        .containsEntry("zone us-east-1b", "SURVIVES (35 to 65 s, none)")
        .containsEntry("rolling replacement of asg", "UNKNOWN (not known, none)");
    assertThat(why(graph, "zone us-east-1b"))
        .contains(
            "asg has 4 servers (desiredCapacity); up to 2 stand in us-east-1b: 4 - 2 = 2 go on; one"
                + " is taken to be enough, since no tag mainstay:requiredInstances says otherwise.");
  }

  private static GraphBuilder group(Map<String, Object> more) {
    var inputs = new java.util.HashMap<String, Object>(more);
    inputs.put("minSize", 2L);
    inputs.put("maxSize", 6L);
    inputs.put("healthCheckType", "ELB");
    inputs.put("availabilityZones", List.of("us-east-1a", "us-east-1b"));
    return servers()
        .add("aws:autoscaling/group:Group", "asg", inputs)
        .add(
            "aws:autoscaling/attachment:Attachment",
            "asg-targets",
            Map.of("autoscalingGroupName", "@asg", "lbTargetGroupArn", "@targets"));
  }

  @Test
  void aGroupThatScalesMayHaveShrunkToItsMinimum() {
    ResourceGraph graph =
        group(Map.of("desiredCapacity", 4L))
            .add("aws:autoscaling/policy:Policy", "cpu", Map.of("autoscalingGroupName", "@asg"))
            .build();

    assertThat(why(graph, "an instance of asg").get(0))
        .startsWith("asg has at least 2 servers (minSize): 2 - 1 = 1 go on;");
  }

  @Test
  void aScheduleThatShrinksTheGroupCounts() {
    ResourceGraph graph =
        group(Map.of())
            .add(
                "aws:autoscaling/schedule:Schedule",
                "night",
                Map.of("autoscalingGroupName", "@asg", "minSize", 1L))
            .build();

    assertThat(why(graph, "an instance of asg").get(0))
        .startsWith("asg has as few as 1 server by schedule night: 1 - 1 = 0 go on;");
    assertThat(Mutation.summaries(graph))
        .containsEntry("zone us-east-1b", "DOWN (at least 35 s, none)");
  }

  @Test
  void aScheduleThatLeavesTheMinimumAloneDoesNotCount() {
    ResourceGraph graph =
        group(Map.of())
            .add(
                "aws:autoscaling/schedule:Schedule",
                "night",
                Map.of("autoscalingGroupName", "@asg", "minSize", -1L))
            .build();

    assertThat(why(graph, "an instance of asg").get(0)).startsWith("asg has at least 2 servers");
  }

  @Test
  void aNatInstanceThatNothingReplacesIsSaidToStayDown() {
    var graph =
        new GraphBuilder()
            .add("aws:ec2/vpc:Vpc", "vpc", Map.of())
            .add("aws:ec2/internetGateway:InternetGateway", "igw", Map.of());
    subnet(graph, "public-a", "10.1.0.0/24", "us-east-1a");
    subnet(graph, "private-a", "10.1.1.0/24", "us-east-1a");
    graph
        .add("aws:ec2/instance:Instance", "nat", Map.of("subnetId", "@public-a"))
        .add("aws:ec2/routeTable:RouteTable", "out", Map.of("vpcId", "@vpc"))
        .add(
            "aws:ec2/route:Route",
            "out",
            Map.of(
                "routeTableId", "@out",
                "destinationCidrBlock", "0.0.0.0/0",
                "networkInterfaceId", "@nat"));
    associate(graph, "out", "private-a");

    assertThat(why(graph.build(), "NAT instance nat"))
        .containsExactly(
            "Only subnets in us-east-1a lose their way out; requests are answered all the same.",
            "Nothing in the stack replaces it.");
    assertThat(Resilience.of(graph.build()).notJudged()).isEmpty();
  }

  @Test
  void aRuleThatNamesAGroupOfSomebodyElseIsNotUnderstood() {
    var graph = twoServers();
    graph.add(
        GROUP,
        "db-sg",
        Map.of(
            "ingress",
            List.of(
                Map.of(
                    "protocol",
                    "tcp",
                    "fromPort",
                    5432L,
                    "toPort",
                    5432L,
                    "securityGroups",
                    List.of("sg-0123456789abcdef0")))));
    graph.add(
        DATABASE,
        "db",
        Map.of("engine", "postgres", "multiAz", true, "vpcSecurityGroupIds", List.of("@db-sg")));

    assertThat(why(graph.build(), "normal operation"))
        .containsExactly(
            "Whether security groups let through targets to db on port 5432 is not known.");
  }

  @Test
  void rulesByAddressHoldIfTheyCoverTheSubnetsOfTheOtherSide() {
    var summaries = new ArrayList<String>();
    for (String range : List.of("10.1.0.0/16", "10.1.10.0/24", "10.2.0.0/16")) {
      var graph = twoServers();
      graph.add(GROUP, "db-sg", Map.of("ingress", List.of(open("tcp", 5432, 5432, range))));
      graph.add(
          DATABASE,
          "db",
          Map.of("engine", "postgres", "multiAz", true, "vpcSecurityGroupIds", List.of("@db-sg")));
      summaries.add(Mutation.summaries(graph.build()).get("normal operation"));
    }

    assertThat(summaries)
        .containsExactly(
            "SURVIVES (none, none)", "DOWN (not known, none)", "DOWN (not known, none)");
  }
}
