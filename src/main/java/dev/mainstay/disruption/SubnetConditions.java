package dev.mainstay.disruption;

import dev.mainstay.graph.PreviewStep;
import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Conditions on the subnets of databases and caches. */
final class SubnetConditions {
  private static final String SUBNETS = "subnetIds";

  /** Where each kind of user names its subnet group, and what makes it span two zones. */
  private record User(String type, String path, String spansZones) {}

  private static final List<User> USERS =
      List.of(
          new User("aws:rds/instance:Instance", "dbSubnetGroupName", "multiAz"),
          new User(
              "aws:elasticache/replicationGroup:ReplicationGroup",
              "subnetGroupName",
              "multiAzEnabled"));

  static final Map<String, Condition> NAMED =
      Map.of(
          "takes a subnet in use", SubnetConditions::takesSubnetInUse,
          "subnet group in the same VPC", SubnetConditions::staysInItsNetwork,
          "group in another VPC", SubnetConditions::leavesItsNetwork,
          "subnet in another VPC", SubnetConditions::leavesItsNetwork);

  private SubnetConditions() {}

  /** Two zones hold a primary and its standby: of two subnets, either is in use. */
  private static boolean takesSubnetInUse(Modification change) {
    ResourceNode group = change.before();
    if (group.referencesAt(SUBNETS).isEmpty()) {
      return false;
    }
    int kept = change.kept(SUBNETS).size();
    return kept < zonesInUse(change, group);
  }

  /** Both subnet groups are in the stack, and their subnets are of one VPC. */
  private static boolean staysInItsNetwork(Modification change) {
    String path = change.difference().path();
    Set<String> before = networks(change.graphBefore(), change.before(), path);
    Set<String> after = networks(change.graphAfter(), change.after(), path);
    return !before.isEmpty()
        && before.equals(after)
        && before.stream().noneMatch(change.replaced()::contains);
  }

  /** What is named at the input is of a VPC that is replaced. */
  private static boolean leavesItsNetwork(Modification change) {
    String path = PreviewStep.top(change.difference().path());
    return change.graphAfter().referenced(change.after(), path).stream()
        .flatMap(target -> target.referencesAt("vpcId").stream())
        .anyMatch(change.replaced()::contains);
  }

  private static Set<String> networks(ResourceGraph graph, ResourceNode node, String path) {
    return graph.referenced(node, path).stream()
        .flatMap(group -> graph.referenced(group, SUBNETS).stream())
        .flatMap(subnet -> subnet.referencesAt("vpcId").stream())
        .collect(Collectors.toSet());
  }

  private static int zonesInUse(Modification change, ResourceNode group) {
    return USERS.stream()
        .flatMap(user -> zones(change, group, user))
        .max(Integer::compare)
        .orElse(0);
  }

  private static Stream<Integer> zones(Modification change, ResourceNode group, User user) {
    return change.graphBefore().referring(user.type(), user.path(), group).stream()
        .map(node -> node.isTrue(user.spansZones()) ? 2 : 1);
  }
}
