package dev.mainstay.simulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What AWS makes unasked beside a resource, and the resource types that take charge of such things.
 */
final class Adoption {
  private static final String GROUP = "aws:ec2/securityGroup:SecurityGroup";
  private static final String ROUTES = "aws:ec2/routeTable:RouteTable";
  private static final String SECRET = "aws:secretsmanager/secret:Secret";

  private Adoption() {}

  /** The default group and route table of a VPC; the master user's secret of a database. */
  static List<LiveResource> companions(LiveResource resource) {
    return switch (resource.type()) {
      case "aws:ec2/vpc:Vpc" ->
          List.of(
              companion(
                  GROUP,
                  resource.text("defaultSecurityGroupId"),
                  Map.of("vpcId", resource.id(), "name", "default")),
              companion(ROUTES, resource.text("mainRouteTableId"), Map.of("vpcId", resource.id())));
      case "aws:rds/instance:Instance" ->
          masterSecretArn(resource).map(arn -> companion(SECRET, arn, Map.of("arn", arn))).stream()
              .toList();
      default -> List.of();
    };
  }

  /** The identity of what is taken charge of; empty for a type that makes something new. */
  static Optional<Identities.Identity> identity(Proposal proposal, Account account) {
    return switch (proposal.type()) {
      case "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup" ->
          account
              .find("aws:ec2/vpc:Vpc", proposal.text("vpcId"))
              .map(vpc -> new Identities.Identity(vpc.text("defaultSecurityGroupId"), ""));
      case "aws:ec2/defaultRouteTable:DefaultRouteTable" ->
          Optional.of(new Identities.Identity(proposal.text("defaultRouteTableId"), ""));
      default -> Optional.empty();
    };
  }

  private static LiveResource companion(String type, String id, Map<String, Object> outputs) {
    return new LiveResource(type, id, "", Map.of(), outputs);
  }

  private static Optional<String> masterSecretArn(LiveResource database) {
    return database.get("masterUserSecrets") instanceof List<?> secrets && !secrets.isEmpty()
        ? Optional.of((String) Trees.asMap(secrets.get(0)).get("secretArn"))
        : Optional.empty();
  }
}
