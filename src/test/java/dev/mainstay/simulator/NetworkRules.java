package dev.mainstay.simulator;

import static dev.mainstay.simulator.AwsRule.require;

/** Addresses, zones and endpoints of a VPC. */
final class NetworkRules implements AwsRule {
  @Override
  public void check(Proposal proposal, Account account) {
    switch (proposal.type()) {
      case "aws:ec2/vpc:Vpc" -> checkPrefix(proposal, "InvalidVpc.Range");
      case "aws:ec2/subnet:Subnet" -> checkSubnet(proposal, account);
      case "aws:ec2/vpcEndpoint:VpcEndpoint" -> checkEndpoint(proposal, account);
      case "aws:ec2/natGateway:NatGateway" -> checkAddressIsFree(proposal, account);
      case "aws:ec2/route:Route" -> checkRoute(proposal, account);
      case "aws:ec2/flowLog:FlowLog" ->
          require(
              !proposal.text("logDestinationType").equals("cloud-watch-logs")
                  || proposal.has("iamRoleArn"),
              "InvalidParameter: DeliverLogsPermissionArn is required for CloudWatch Logs");
      default -> {}
    }
  }

  private static void checkPrefix(Proposal proposal, String error) {
    if (proposal.has("cidrBlock")) {
      var prefix = Cidr.of(proposal.text("cidrBlock")).prefix();
      require(
          prefix >= 16 && prefix <= 28,
          error + ": The CIDR '" + proposal.text("cidrBlock") + "' is invalid.");
    }
  }

  private static void checkSubnet(Proposal proposal, Account account) {
    checkPrefix(proposal, "InvalidSubnet.Range");
    var zone = proposal.text("availabilityZone");
    require(
        zone.isEmpty() || proposal.place().hasZone(zone),
        "InvalidParameterValue: Value (%s) for parameter availabilityZone is invalid."
            .formatted(zone));
    var block = Cidr.of(proposal.text("cidrBlock"));
    var vpc = account.find("aws:ec2/vpc:Vpc", proposal.text("vpcId")).orElseThrow();
    require(
        Cidr.of(vpc.text("cidrBlock")).contains(block),
        "InvalidSubnet.Range: The CIDR '%s' is invalid.".formatted(proposal.text("cidrBlock")));
    var conflict =
        account.all(proposal.type()).stream()
            .filter(other -> !other.id().equals(proposal.id()))
            .filter(other -> other.text("vpcId").equals(vpc.id()))
            .anyMatch(other -> Cidr.of(other.text("cidrBlock")).overlaps(block));
    require(
        !conflict,
        "InvalidSubnet.Conflict: The CIDR '%s' conflicts with another subnet"
            .formatted(proposal.text("cidrBlock")));
  }

  private static void checkEndpoint(Proposal proposal, Account account) {
    if (!proposal.flag("privateDnsEnabled")) {
      return;
    }
    var second =
        account.all(proposal.type()).stream()
            .filter(other -> !other.id().equals(proposal.id()) && other.flag("privateDnsEnabled"))
            .anyMatch(
                other ->
                    other.text("vpcId").equals(proposal.text("vpcId"))
                        && other.text("serviceName").equals(proposal.text("serviceName")));
    require(
        !second,
        "InvalidParameter: private-dns-enabled cannot be set because there is already a conflicting DNS domain for %s in the VPC"
            .formatted(proposal.text("serviceName")));
    var vpc = account.find("aws:ec2/vpc:Vpc", proposal.text("vpcId")).orElseThrow();
    require(
        vpc.flag("enableDnsHostnames"),
        "InvalidParameter: Enabling private DNS requires both enableDnsSupport and enableDnsHostnames VPC attributes set to true");
  }

  private static void checkAddressIsFree(Proposal proposal, Account account) {
    var taken =
        account.all(proposal.type()).stream()
            .filter(other -> !other.id().equals(proposal.id()) && proposal.has("allocationId"))
            .anyMatch(other -> other.text("allocationId").equals(proposal.text("allocationId")));
    require(
        !taken,
        "Resource.AlreadyAssociated: Elastic IP address [%s] is already associated"
            .formatted(proposal.text("allocationId")));
  }

  /** Out to the internet only through a gateway that hangs on the same VPC. */
  private static void checkRoute(Proposal proposal, Account account) {
    if (!proposal.text("gatewayId").startsWith("igw-")) {
      return;
    }
    var table =
        account.find("aws:ec2/routeTable:RouteTable", proposal.text("routeTableId")).orElseThrow();
    var gateway =
        account
            .find("aws:ec2/internetGateway:InternetGateway", proposal.text("gatewayId"))
            .orElseThrow();
    var attached =
        gateway.text("vpcId").equals(table.text("vpcId"))
            || account.all("aws:ec2/internetGatewayAttachment:InternetGatewayAttachment").stream()
                .anyMatch(it -> it.text("internetGatewayId").equals(gateway.id()));
    require(
        attached,
        "InvalidParameterValue: route table %s and network gateway %s belong to different networks"
            .formatted(table.id(), gateway.id()));
  }
}
