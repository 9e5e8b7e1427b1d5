package dev.mainstay.simulator;

import static dev.mainstay.simulator.AwsRule.require;

/** Ports and sources of security group rules. */
final class SecurityGroupRules implements AwsRule {
  @Override
  public void check(Proposal proposal, Account account) {
    switch (proposal.type()) {
      case "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
          "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule" -> {
        checkOneSource(proposal);
        checkPorts(proposal);
      }
      default -> {}
    }
  }

  private static void checkOneSource(Proposal proposal) {
    var sources = 0;
    for (var source :
        new String[] {"cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId"}) {
      sources += proposal.has(source) ? 1 : 0;
    }
    require(sources == 1, "Invalid Attribute Combination: exactly one source, not " + sources);
  }

  private static void checkPorts(Proposal proposal) {
    if (proposal.text("ipProtocol").equals("-1")) {
      require(
          !proposal.has("fromPort") && !proposal.has("toPort"),
          "InvalidParameterValue: all protocols and a port range exclude each other");
      return;
    }
    var from = proposal.number("fromPort", -1);
    var to = proposal.number("toPort", -1);
    require(
        (from == -1) == (to == -1) && from <= to,
        "InvalidParameterValue: Invalid TCP/UDP port range (%d:%d)".formatted(from, to));
  }
}
