package dev.mainstay.example;

import dev.mainstay.network.Network;
import dev.mainstay.network.NetworkArgs;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkExampleTest {
  private final Aws aws = new Aws();

  @Test
  void aNetworkOfThreeZonesHasASubnetOfEachKindInTheThird() {
    aws.run(
        context -> {
          var args = new NetworkArgs().region("eu-central-1").kmsKeyArn(Aws.KEY_ARN);
          args.availabilityZones = List.of("a", "b", "c");
          new Network("network", args, null);
        });

    aws.registered("aws:ec2/vpc:Vpc", "cidrBlock", "10.0.0.0/16");
    aws.registered("aws:ec2/natGateway:NatGateway", "subnetId", "network-public-c-id");
    aws.neverRegistered("aws:ec2/subnet:Subnet", "mapPublicIpOnLaunch", true);
  }
}
