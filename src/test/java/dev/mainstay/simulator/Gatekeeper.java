package dev.mainstay.simulator;

import java.util.List;

/** Decides whether AWS lets a resource be made, changed or deleted. */
final class Gatekeeper {
  private final References references = new References();
  private final Uniqueness uniqueness = new Uniqueness();
  private final List<AwsRule> rules =
      List.of(
          new Limits(),
          new NetworkRules(),
          new SecurityGroupRules(),
          new DatabaseRules(),
          new CacheRules(),
          new LoadBalancerRules(),
          new DnsRules(),
          new FleetRules(),
          new PolicyRules(),
          new UpgradeRules());

  void check(Proposal proposal, Account account) {
    references.check(proposal, account);
    uniqueness.check(proposal, account);
    rules.forEach(rule -> rule.check(proposal, account));
  }

  void checkDeletion(LiveResource resource, Account account) {
    references.checkDeletion(resource, account);
    UpgradeRules.checkDeletion(resource, account);
    DeletionProtection.check(resource);
  }
}
