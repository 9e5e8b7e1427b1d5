package dev.mainstay.simulator;

import static dev.mainstay.simulator.AwsRule.require;

import java.util.Arrays;

/** What RDS and ElastiCache refuse of a change, given what is there. */
final class UpgradeRules implements AwsRule {
  private static final String DATABASE = "aws:rds/instance:Instance";

  @Override
  public void check(Proposal proposal, Account account) {
    if (!proposal.isNew() && proposal.type().equals(DATABASE)) {
      account.find(DATABASE, proposal.id()).ifPresent(old -> checkDatabase(old, proposal));
    }
  }

  /** A parameter group is deleted only when nobody is a member of it any more. */
  static void checkDeletion(LiveResource resource, Account account) {
    boolean isInUse = account.pendingChanges().usesParameterGroup(resource.text("name"));
    switch (resource.type()) {
      case "aws:elasticache/parameterGroup:ParameterGroup" ->
          require(
              !isInUse,
              "InvalidCacheParameterGroupState: One or more cache clusters are still members of this parameter group %s, so the group cannot be deleted."
                  .formatted(resource.text("name")));
      case "aws:rds/parameterGroup:ParameterGroup" ->
          require(
              !isInUse,
              "InvalidDBParameterGroupState: One or more database instances are still members of this parameter group %s, so the group cannot be deleted"
                  .formatted(resource.text("name")));
      default -> {}
    }
  }

  private static void checkDatabase(LiveResource old, Proposal proposal) {
    var from = numbers(old.text("engineVersion"));
    var to = numbers(proposal.text("engineVersion"));
    var common = Math.min(from.length, to.length);
    if (common > 0) {
      require(
          Arrays.compare(to, 0, common, from, 0, common) >= 0,
          "InvalidParameterCombination: Cannot upgrade postgres from %s to %s"
              .formatted(old.text("engineVersion"), proposal.text("engineVersion")));
      require(
          from[0] == to[0] || proposal.flag("allowMajorVersionUpgrade") || isBlueGreen(proposal),
          "InvalidParameterCombination: The AllowMajorVersionUpgrade flag must be present when upgrading to a new major version.");
    }
    require(
        !(old.get("allocatedStorage") instanceof Number gib)
            || proposal.number("allocatedStorage", gib.intValue()) >= gib.intValue(),
        "InvalidParameterCombination: Invalid storage size for engine name postgres: storage cannot shrink");
  }

  private static boolean isBlueGreen(Proposal proposal) {
    return proposal.objects("blueGreenUpdate").stream()
        .anyMatch(it -> Boolean.TRUE.equals(it.get("enabled")));
  }

  private static int[] numbers(String version) {
    return Arrays.stream(version.split("\\D+"))
        .filter(part -> !part.isEmpty())
        .mapToInt(Integer::parseInt)
        .toArray();
  }
}
