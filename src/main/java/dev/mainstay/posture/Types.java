package dev.mainstay.posture;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import java.util.List;
import java.util.stream.Stream;

/** Pulumi's types of what AWS knows as one kind of resource. */
final class Types {
  static final List<String> VPC = List.of("aws:ec2/vpc:Vpc");
  static final List<String> SUBNET = List.of("aws:ec2/subnet:Subnet");
  static final List<String> SECURITY_GROUP = List.of("aws:ec2/securityGroup:SecurityGroup");
  static final List<String> DATABASE = List.of("aws:rds/instance:Instance");
  static final List<String> DATABASE_STORAGE =
      List.of("aws:rds/instance:Instance", "aws:rds/cluster:Cluster");
  static final List<String> CACHE = List.of("aws:elasticache/replicationGroup:ReplicationGroup");
  static final List<String> LOAD_BALANCER =
      List.of("aws:lb/loadBalancer:LoadBalancer", "aws:alb/loadBalancer:LoadBalancer");
  static final List<String> LISTENER =
      List.of("aws:lb/listener:Listener", "aws:alb/listener:Listener");
  static final List<String> TARGET_GROUP =
      List.of("aws:lb/targetGroup:TargetGroup", "aws:alb/targetGroup:TargetGroup");
  static final List<String> GROUP = List.of("aws:autoscaling/group:Group");
  static final List<String> LAUNCH_TEMPLATE = List.of("aws:ec2/launchTemplate:LaunchTemplate");
  static final List<String> INSTANCE = List.of("aws:ec2/instance:Instance");
  static final List<String> SERVER =
      List.of("aws:ec2/launchTemplate:LaunchTemplate", "aws:ec2/instance:Instance");
  static final List<String> IMAGE_BUILDER =
      List.of("aws:imagebuilder/infrastructureConfiguration:InfrastructureConfiguration");
  static final List<String> BUCKET = List.of("aws:s3/bucketV2:BucketV2", "aws:s3/bucket:Bucket");

  private Types() {}

  /** The groups that launch servers from {@code template}. */
  static List<ResourceNode> groups(ResourceGraph graph, ResourceNode template) {
    return Stream.of("launchTemplate", "mixedInstancesPolicy")
        .flatMap(
            path -> GROUP.stream().flatMap(type -> graph.referring(type, path, template).stream()))
        .toList();
  }
}
