package dev.mainstay.resilience.model;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import java.util.List;
import java.util.stream.Stream;

/** The AWS types that the analysis knows. Those of load balancers have two names each. */
public final class Types {
  public static final String SUBNET = "aws:ec2/subnet:Subnet";
  public static final String ROUTE_TABLE = "aws:ec2/routeTable:RouteTable";
  public static final String ROUTE_TABLE_ASSOCIATION =
      "aws:ec2/routeTableAssociation:RouteTableAssociation";
  public static final String ROUTE = "aws:ec2/route:Route";
  public static final String NAT_GATEWAY = "aws:ec2/natGateway:NatGateway";
  public static final String SECURITY_GROUP = "aws:ec2/securityGroup:SecurityGroup";
  public static final String LAUNCH_TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
  public static final String LAUNCH_CONFIGURATION =
      "aws:ec2/launchConfiguration:LaunchConfiguration";
  public static final String EC2_INSTANCE = "aws:ec2/instance:Instance";
  public static final String GROUP = "aws:autoscaling/group:Group";
  public static final String DATABASE = "aws:rds/instance:Instance";
  public static final String REPLICATION_GROUP =
      "aws:elasticache/replicationGroup:ReplicationGroup";

  private static final String DATABASE_CLUSTER = "aws:rds/cluster:Cluster";

  private Types() {}

  /** A cluster with an instance class of its own is a Multi-AZ DB cluster; others are Aurora. */
  public static boolean isMultiZoneCluster(ResourceNode node) {
    return node.is(DATABASE_CLUSTER) && node.input("dbClusterInstanceClass").isPresent();
  }

  public static List<ResourceNode> databases(ResourceGraph graph) {
    return Stream.concat(
            graph.all(DATABASE).stream(),
            graph.all(DATABASE_CLUSTER).stream().filter(Types::isMultiZoneCluster))
        .toList();
  }

  public static List<ResourceNode> loadBalancers(ResourceGraph graph) {
    return either(graph, "loadBalancer:LoadBalancer");
  }

  public static List<ResourceNode> listeners(ResourceGraph graph) {
    return either(graph, "listener:Listener");
  }

  public static List<ResourceNode> listenerRules(ResourceGraph graph) {
    return either(graph, "listenerRule:ListenerRule");
  }

  public static boolean isListener(ResourceNode node) {
    return node.type().endsWith("lb/listener:Listener");
  }

  public static boolean isListenerRule(ResourceNode node) {
    return node.type().endsWith("lb/listenerRule:ListenerRule");
  }

  public static List<ResourceNode> attachments(ResourceGraph graph) {
    return either(graph, "targetGroupAttachment:TargetGroupAttachment");
  }

  public static boolean isTargetGroup(ResourceNode node) {
    return node.is("aws:lb/targetGroup:TargetGroup") || node.is("aws:alb/targetGroup:TargetGroup");
  }

  public static List<ResourceNode> targetGroups(ResourceGraph graph) {
    return either(graph, "targetGroup:TargetGroup");
  }

  private static List<ResourceNode> either(ResourceGraph graph, String rest) {
    return Stream.of("aws:lb/", "aws:alb/").flatMap(it -> graph.all(it + rest).stream()).toList();
  }
}
