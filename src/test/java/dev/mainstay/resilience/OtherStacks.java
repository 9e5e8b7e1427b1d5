package dev.mainstay.resilience;

import dev.mainstay.graph.ResourceGraph;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Stacks as other programs make them, with other resources and other ways to write the same. */
public final class OtherStacks {
  public static final String SECURITY_GROUP = "aws:ec2/securityGroup:SecurityGroup";
  public static final String DATABASE = "aws:rds/instance:Instance";
  private static final String RULE = "aws:ec2/securityGroupRule:SecurityGroupRule";

  private OtherStacks() {}

  /** Two servers made by hand, rules and routes written inline, one NAT for all. */
  public static GraphBuilder servers() {
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
            SECURITY_GROUP,
            "lb-sg",
            Map.of(
                "ingress", List.of(open("tcp", 80, 80, "0.0.0.0/0")),
                "egress", List.of(open("-1", 0, 0, "0.0.0.0/0"))))
        .add(
            SECURITY_GROUP,
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

  public static void subnet(GraphBuilder graph, String name, String cidr, String zone) {
    graph.add(
        "aws:ec2/subnet:Subnet",
        name,
        Map.of("vpcId", "@vpc", "cidrBlock", cidr, "availabilityZone", zone));
  }

  public static Map<String, Object> routes(String target, String id) {
    return Map.of("routes", List.of(Map.of("cidrBlock", "0.0.0.0/0", target, id)));
  }

  public static void associate(GraphBuilder graph, String table, String... subnets) {
    for (String subnet : subnets) {
      graph.add(
          "aws:ec2/routeTableAssociation:RouteTableAssociation",
          subnet + "-routes",
          Map.of("subnetId", "@" + subnet, "routeTableId", "@" + table));
    }
  }

  public static Map<String, Object> open(String protocol, long from, long to, String cidr) {
    return Map.of(
        "protocol", protocol, "fromPort", from, "toPort", to, "cidrBlocks", List.of(cidr));
  }

  public static GraphBuilder server(GraphBuilder graph, String name, String subnet) {
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

  public static GraphBuilder twoServers() {
    return server(server(servers(), "web1", "private-a"), "web2", "private-b");
  }

  public static GraphBuilder database(GraphBuilder graph, Map<String, Object> more) {
    graph.add(SECURITY_GROUP, "db-sg", Map.of());
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
    var inputs = new HashMap<String, Object>(more);
    inputs.put("engine", "postgres");
    inputs.put("vpcSecurityGroupIds", List.of("@db-sg"));
    inputs.put("dbSubnetGroupName", "@db-subnets");
    return graph.add(DATABASE, "db", inputs);
  }

  public static GraphBuilder group(Map<String, Object> more) {
    var inputs = new HashMap<String, Object>(more);
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

  public static List<String> why(ResourceGraph graph, String title) {
    return Resilience.byThemselves(graph).verdicts().stream()
        .filter(it -> it.failure().title().equals(title))
        .findFirst()
        .orElseThrow()
        .why();
  }
}
