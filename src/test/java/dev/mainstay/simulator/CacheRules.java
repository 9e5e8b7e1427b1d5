package dev.mainstay.simulator;

import static dev.mainstay.simulator.AwsRule.require;

/** What ElastiCache asks of a replication group, its users and their groups. */
final class CacheRules implements AwsRule {
  @Override
  public void check(Proposal proposal, Account account) {
    switch (proposal.type()) {
      case "aws:elasticache/replicationGroup:ReplicationGroup" -> checkGroup(proposal, account);
      case "aws:elasticache/user:User" -> checkUser(proposal);
      case "aws:elasticache/userGroup:UserGroup" -> checkUsers(proposal, account);
      default -> {}
    }
  }

  private static void checkGroup(Proposal proposal, Account account) {
    checkFailover(proposal);
    checkTransit(proposal);
    checkFamily(proposal, account);
    checkWindow(proposal.text("maintenanceWindow"));
    require(
        proposal.text("nodeType").contains(".r6gd.") == proposal.flag("dataTieringEnabled"),
        "InvalidParameterCombination: data tiering and node types of the r6gd family need each other");
  }

  private static void checkFailover(Proposal proposal) {
    var failover = proposal.flag("automaticFailoverEnabled");
    require(
        !failover || proposal.number("numCacheClusters", 1) >= 2 || proposal.has("numNodeGroups"),
        "InvalidParameterCombination: Automatic failover is not supported for replication groups without replicas.");
    require(
        !proposal.flag("multiAzEnabled") || failover,
        "InvalidParameterCombination: automatic_failover_enabled must be true if multi_az_enabled is true");
    require(
        !failover || !proposal.text("nodeType").startsWith("cache.t1."),
        "InvalidParameterCombination: Automatic failover is not supported for cache.t1 nodes.");
    var zones = proposal.texts("preferredCacheClusterAzs");
    require(
        zones.isEmpty() || zones.size() == proposal.number("numCacheClusters", 1),
        "InvalidParameterCombination: as many preferred zones as nodes");
  }

  private static void checkTransit(Proposal proposal) {
    var encrypted = proposal.flag("transitEncryptionEnabled");
    require(
        encrypted || !proposal.has("authToken"),
        "InvalidParameterCombination: AuthToken needs encryption in transit");
    require(
        encrypted || !proposal.has("userGroupIds"),
        "InvalidParameterCombination: user groups need encryption in transit");
    require(
        proposal.has("transitEncryptionEnabled") || !proposal.text("engine").equals("valkey"),
        "InvalidParameterCombination: transit encryption must be stated for valkey");
    require(
        !(proposal.has("authToken") && proposal.has("userGroupIds")),
        "InvalidParameterCombination: AuthToken and user groups exclude each other");
  }

  private static void checkFamily(Proposal proposal, Account account) {
    var engine = proposal.text("engine");
    var major = proposal.text("engineVersion").replaceFirst("\\..*", "");
    account.all("aws:elasticache/parameterGroup:ParameterGroup").stream()
        .filter(group -> group.text("name").equals(proposal.text("parameterGroupName")))
        .forEach(
            group ->
                require(
                    group.text("family").matches(engine + major + "(\\.x)?"),
                    "InvalidParameterCombination: Expected a parameter group of family %s%s, but found one of family %s"
                        .formatted(engine, major, group.text("family"))));
  }

  private static void checkWindow(String window) {
    if (!window.isEmpty()) {
      require(
          window.matches("(?i)[a-z]{3}:\\d\\d:\\d\\d-[a-z]{3}:\\d\\d:\\d\\d")
              && WeeklyWindow.minutes(window) >= 60,
          "InvalidParameterValue: The maintenance window must be at least 60 minutes.");
    }
  }

  private static void checkUser(Proposal proposal) {
    var mode =
        proposal.objects("authenticationMode").stream()
            .map(it -> (String) it.get("type"))
            .findFirst()
            .orElse("");
    require(
        !mode.equals("iam") || proposal.text("userId").equals(proposal.text("userName")),
        "InvalidParameterCombination: the id and the name of a user with IAM authentication must be the same");
    require(
        !(mode.equals("no-password-required") || proposal.flag("noPasswordRequired"))
            || !proposal.text("engine").equalsIgnoreCase("valkey"),
        "InvalidParameterCombination: valkey knows no users without a password");
  }

  private static void checkUsers(Proposal proposal, Account account) {
    if (proposal.text("engine").equalsIgnoreCase("redis")) {
      var hasDefault =
          account.all("aws:elasticache/user:User").stream()
              .filter(user -> proposal.texts("userIds").contains(user.text("userId")))
              .anyMatch(user -> user.text("userName").equals("default"));
      require(
          hasDefault,
          "DefaultUserRequired: User group must contain a user with the username default.");
    }
  }
}
