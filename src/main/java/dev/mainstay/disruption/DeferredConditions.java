package dev.mainstay.disruption;

import dev.mainstay.graph.ResourceNode;
import java.util.List;
import java.util.Map;

/** Conditions on what is still in use, because the change of its user waits. */
final class DeferredConditions {
  private static final String PARAMETERS = "parameterGroupName";

  /**
   * A type whose parameter group is swapped in the maintenance window.
   *
   * @param onlyWithMajor whether only a major version keeps the old group in use: RDS swaps the
   *     groups of one family at once
   */
  private record User(String type, boolean onlyWithMajor) {}

  private static final List<User> USERS =
      List.of(
          new User("aws:elasticache/replicationGroup:ReplicationGroup", false),
          new User("aws:elasticache/cluster:Cluster", false),
          new User("aws:rds/instance:Instance", true));

  static final Map<String, Condition> NAMED =
      Map.of("a user waits for its window", DeferredConditions::isInUse);

  private DeferredConditions() {}

  private static boolean isInUse(Modification change) {
    return USERS.stream()
        .anyMatch(
            user ->
                change.graphBefore().referring(user.type, PARAMETERS, change.before()).stream()
                    .anyMatch(node -> waits(user, node, change)));
  }

  private static boolean waits(User user, ResourceNode before, Modification change) {
    return change
        .graphAfter()
        .byUrn(before.urn())
        .filter(after -> !change.replaced().contains(after.urn()))
        .filter(after -> !after.isTrue("applyImmediately"))
        .filter(after -> !after.isTrue("blueGreenUpdate.enabled"))
        .filter(after -> !user.onlyWithMajor || VersionConditions.isMajor(before, after))
        .isPresent();
  }
}
