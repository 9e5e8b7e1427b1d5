package dev.mainstay.posture.model;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import java.util.List;
import java.util.stream.Stream;

/** Pulumi's types of what AWS knows as one kind of resource. */
public final class Types {
  public static final List<String> VPC = List.of("aws:ec2/vpc:Vpc");
  public static final List<String> SUBNET = List.of("aws:ec2/subnet:Subnet");
  public static final List<String> SECURITY_GROUP = List.of("aws:ec2/securityGroup:SecurityGroup");
  public static final List<String> DATABASE = List.of("aws:rds/instance:Instance");
  public static final List<String> DATABASE_STORAGE =
      List.of("aws:rds/instance:Instance", "aws:rds/cluster:Cluster");
  public static final List<String> CACHE =
      List.of("aws:elasticache/replicationGroup:ReplicationGroup");
  public static final List<String> LOAD_BALANCER =
      List.of("aws:lb/loadBalancer:LoadBalancer", "aws:alb/loadBalancer:LoadBalancer");
  public static final List<String> LISTENER =
      List.of("aws:lb/listener:Listener", "aws:alb/listener:Listener");
  public static final List<String> TARGET_GROUP =
      List.of("aws:lb/targetGroup:TargetGroup", "aws:alb/targetGroup:TargetGroup");
  public static final List<String> GROUP = List.of("aws:autoscaling/group:Group");
  public static final List<String> LAUNCH_TEMPLATE =
      List.of("aws:ec2/launchTemplate:LaunchTemplate");
  public static final List<String> INSTANCE = List.of("aws:ec2/instance:Instance");
  public static final List<String> SERVER =
      List.of("aws:ec2/launchTemplate:LaunchTemplate", "aws:ec2/instance:Instance");
  public static final List<String> IMAGE_BUILDER =
      List.of("aws:imagebuilder/infrastructureConfiguration:InfrastructureConfiguration");
  public static final List<String> BUCKET =
      List.of("aws:s3/bucketV2:BucketV2", "aws:s3/bucket:Bucket");

  private Types() {}

  /** The groups that launch servers from {@code template}. */
  public static List<ResourceNode> groups(ResourceGraph graph, ResourceNode template) {
    return Stream.of("launchTemplate", "mixedInstancesPolicy")
        .flatMap(
            path -> GROUP.stream().flatMap(type -> graph.referring(type, path, template).stream()))
        .toList();
  }
}
