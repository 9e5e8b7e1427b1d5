package dev.mainstay.posture.model;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import java.util.List;
import java.util.stream.Stream;

/** Pulumi's types of what AWS knows as one kind of resource. */
public final class Types {
  public static final List<String> VPC =
      List.of("aws:ec2/vpc:Vpc", "aws:ec2/defaultVpc:DefaultVpc");
  public static final String DEFAULT_SUBNET = "aws:ec2/defaultSubnet:DefaultSubnet";
  public static final List<String> SUBNET = List.of("aws:ec2/subnet:Subnet", DEFAULT_SUBNET);
  public static final List<String> SECURITY_GROUP = List.of("aws:ec2/securityGroup:SecurityGroup");

  public static final List<String> DATABASE = List.of("aws:rds/instance:Instance");
  public static final List<String> DATABASE_CLUSTER = List.of("aws:rds/cluster:Cluster");
  public static final List<String> CLUSTER_INSTANCE =
      List.of("aws:rds/clusterInstance:ClusterInstance");

  /** What holds data of its own: the instances of a cluster do not. */
  public static final List<String> DATABASE_STORAGE = joined(List.of(DATABASE, DATABASE_CLUSTER));

  /** What runs the engine: of a cluster, its instances. */
  public static final List<String> DATABASE_SERVER = joined(List.of(DATABASE, CLUSTER_INSTANCE));

  public static final List<String> CACHE =
      List.of("aws:elasticache/replicationGroup:ReplicationGroup");
  public static final List<String> CACHE_CLUSTER = List.of("aws:elasticache/cluster:Cluster");
  public static final List<String> SERVERLESS_CACHE =
      List.of("aws:elasticache/serverlessCache:ServerlessCache");

  public static final List<String> LOAD_BALANCER =
      List.of("aws:lb/loadBalancer:LoadBalancer", "aws:alb/loadBalancer:LoadBalancer");
  public static final List<String> CLASSIC_LOAD_BALANCER =
      List.of("aws:elb/loadBalancer:LoadBalancer");
  public static final List<String> LISTENER =
      List.of("aws:lb/listener:Listener", "aws:alb/listener:Listener");
  public static final List<String> LISTENER_RULE =
      List.of("aws:lb/listenerRule:ListenerRule", "aws:alb/listenerRule:ListenerRule");
  public static final List<String> TARGET_GROUP =
      List.of("aws:lb/targetGroup:TargetGroup", "aws:alb/targetGroup:TargetGroup");

  public static final List<String> GROUP = List.of("aws:autoscaling/group:Group");
  public static final List<String> LAUNCH_TEMPLATE =
      List.of("aws:ec2/launchTemplate:LaunchTemplate");
  public static final List<String> LAUNCH_CONFIGURATION =
      List.of("aws:ec2/launchConfiguration:LaunchConfiguration");
  public static final List<String> INSTANCE = List.of("aws:ec2/instance:Instance");
  public static final List<String> SERVER =
      joined(List.of(LAUNCH_TEMPLATE, LAUNCH_CONFIGURATION, INSTANCE));
  public static final List<String> IMAGE_BUILDER =
      List.of("aws:imagebuilder/infrastructureConfiguration:InfrastructureConfiguration");

  /** Other ways to have servers, which no control of servers judges. */
  public static final List<String> OTHER_SERVERS =
      List.of(
          "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
          "aws:ec2/spotFleetRequest:SpotFleetRequest");

  public static final List<String> BUCKET =
      List.of("aws:s3/bucketV2:BucketV2", "aws:s3/bucket:Bucket");

  private Types() {}

  /** The groups that launch servers from {@code template}, or launch configuration. */
  public static List<ResourceNode> groups(ResourceGraph graph, ResourceNode template) {
    return Stream.of("launchTemplate", "mixedInstancesPolicy", "launchConfiguration")
        .flatMap(
            path -> GROUP.stream().flatMap(type -> graph.referring(type, path, template).stream()))
        .distinct()
        .toList();
  }

  /** Those of {@code graph} that are of one of {@code types}. */
  public static Stream<ResourceNode> in(ResourceGraph graph, List<String> types) {
    return types.stream().flatMap(type -> graph.all(type).stream());
  }

  private static List<String> joined(List<List<String>> lists) {
    return lists.stream().flatMap(List::stream).toList();
  }
}
