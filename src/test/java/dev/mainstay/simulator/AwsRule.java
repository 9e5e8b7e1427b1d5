package dev.mainstay.simulator;

/** Something AWS itself insists on when a resource is made or changed. */
@FunctionalInterface
interface AwsRule {
  /**
   * Does nothing for the types it knows nothing of.
   *
   * @throws Refused with the error that AWS would give
   */
  void check(Proposal proposal, Account account);

  static void require(boolean holds, String error) {
    if (!holds) {
      throw new Refused(error);
    }
  }
}
