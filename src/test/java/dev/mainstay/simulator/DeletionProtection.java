package dev.mainstay.simulator;

/** Databases and load balancers that say so cannot be deleted. */
final class DeletionProtection {
  private DeletionProtection() {}

  static void check(LiveResource resource) {
    switch (resource.type()) {
      case "aws:rds/instance:Instance" -> checkDatabase(resource);
      case "aws:lb/loadBalancer:LoadBalancer" ->
          AwsRule.require(
              !resource.flag("enableDeletionProtection"),
              "OperationNotPermitted: Load balancer '%s' cannot be deleted because deletion protection is enabled"
                  .formatted(resource.id()));
      default -> {}
    }
  }

  private static void checkDatabase(LiveResource database) {
    AwsRule.require(
        !database.flag("deletionProtection"),
        "InvalidParameterCombination: Cannot delete protected DB Instance, please disable deletion protection and try again.");
    AwsRule.require(
        database.flag("skipFinalSnapshot") || !database.text("finalSnapshotIdentifier").isEmpty(),
        "final_snapshot_identifier is required when skip_final_snapshot is false");
  }
}
