package dev.mainstay.posture.exposure;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.model.Types;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Security groups, their rules and their members. */
public final class SecurityGroups {
  /** Resources that hold rules. */
  public static final List<String> RULES_AND_GROUPS =
      Stream.of(TrafficRule.STANDALONE, TrafficRule.GROUPS).flatMap(List::stream).toList();

  public static final String DEFAULT_GROUP = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";

  /** AWS puts these into the VPC's default group where they name no group. */
  private static final Set<String> IN_DEFAULT_GROUP =
      Set.of(
          "aws:ec2/instance:Instance",
          "aws:ec2/launchTemplate:LaunchTemplate",
          "aws:ec2/launchConfiguration:LaunchConfiguration",
          "aws:ec2/networkInterface:NetworkInterface",
          "aws:rds/instance:Instance",
          "aws:rds/cluster:Cluster",
          "aws:elasticache/replicationGroup:ReplicationGroup",
          "aws:elasticache/cluster:Cluster");

  private SecurityGroups() {}

  /**
   * The groups that {@code node} names at {@code path}. A VPC's default group is the resource that
   * manages it, or the VPC itself if there is none.
   */
  static List<ResourceNode> named(ResourceGraph graph, ResourceNode node, String path) {
    return graph.referenced(node, path).stream()
        .flatMap(each -> Types.VPC.contains(each.type()) ? defaultOf(graph, each) : Stream.of(each))
        .toList();
  }

  private static Stream<ResourceNode> defaultOf(ResourceGraph graph, ResourceNode vpc) {
    List<ResourceNode> managed = graph.referring(DEFAULT_GROUP, "vpcId", vpc);
    return managed.isEmpty() ? Stream.of(vpc) : managed.stream();
  }

  /** A group and, if it is the default group of a VPC, that VPC: rules may name either. */
  static List<ResourceNode> alsoKnownAs(ResourceGraph graph, ResourceNode group) {
    return group.is(DEFAULT_GROUP)
        ? Stream.concat(Stream.of(group), graph.referenced(group, "vpcId").stream()).toList()
        : List.of(group);
  }

  /** What is in a security group: all that names it and is no rule or group. */
  public static List<ResourceNode> members(ResourceGraph graph, ResourceNode group) {
    Stream<ResourceNode> named =
        alsoKnownAs(graph, group).stream()
            .flatMap(
                each ->
                    graph.referringTo(each).stream().filter(node -> isMember(node, each.urn())));
    boolean isDefault = group.is(DEFAULT_GROUP) || Types.VPC.contains(group.type());
    Stream<ResourceNode> others =
        isDefault
            ? graph.resources().stream().filter(SecurityGroups::isInDefaultGroup)
            : Stream.of();
    return Stream.concat(named, others).distinct().toList();
  }

  private static boolean isMember(ResourceNode node, String group) {
    return !RULES_AND_GROUPS.contains(node.type())
        && node.references().stream()
            .anyMatch(each -> each.urn().equals(group) && isMembership(each.path()));
  }

  private static boolean isInDefaultGroup(ResourceNode node) {
    boolean application =
        Types.LOAD_BALANCER.contains(node.type())
            && node.text("loadBalancerType", "application").equals("application");
    return (application || IN_DEFAULT_GROUP.contains(node.type())) && !namesGroups(node);
  }

  /** Whether a resource says in which groups it is. */
  static boolean namesGroups(ResourceNode node) {
    return Stream.of(
            "vpcSecurityGroupIds",
            "securityGroups",
            "securityGroupIds",
            "networkInterfaces[0].securityGroups",
            "networkInterfaces[0].networkInterfaceId")
        .anyMatch(path -> node.input(path).filter(value -> !value.equals(List.of())).isPresent());
  }

  private static boolean isMembership(String path) {
    return path.toLowerCase(Locale.ROOT).contains("securitygroup");
  }
}
