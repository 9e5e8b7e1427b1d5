package dev.mainstay.network;

import com.pulumi.aws.ec2.DefaultSecurityGroup;
import com.pulumi.aws.ec2.DefaultSecurityGroupArgs;
import com.pulumi.aws.ec2.InternetGateway;
import com.pulumi.aws.ec2.InternetGatewayArgs;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.ec2.VpcArgs;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import dev.mainstay.config.Refusal;
import dev.mainstay.config.Tags;
import dev.mainstay.network.AddressPlan.Tier;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * A VPC in at least two Availability Zones, with a public, a private and a data subnet in each.
 *
 * <p>Public subnets have internet access through an internet gateway, private subnets through NAT,
 * data subnets have none. No subnet assigns public addresses, and the default security group has no
 * rules. Subnet ids resolve once the routes exist, so what runs in a private subnet has internet
 * access from its first boot.
 */
public final class Network extends ComponentResource {
  @Export(refs = String.class, tree = "[0]")
  private final Output<String> vpcId;

  @Export(
      refs = {List.class, String.class},
      tree = "[0,1]")
  private final Output<List<String>> publicSubnetIds;

  @Export(
      refs = {List.class, String.class},
      tree = "[0,1]")
  private final Output<List<String>> privateSubnetIds;

  @Export(
      refs = {List.class, String.class},
      tree = "[0,1]")
  private final Output<List<String>> dataSubnetIds;

  public Network(String name, NetworkArgs args, @Nullable ComponentResourceOptions options) {
    super("mainstay:index:Network", Refusal.unlessSound(name, args), options);
    var child = CustomResourceOptions.builder().parent(this).build();

    var vpc =
        new Vpc(
            name,
            VpcArgs.builder()
                .cidrBlock(args.cidr())
                .enableDnsSupport(true)
                .enableDnsHostnames(true)
                .tags(Tags.named(args.tags, name))
                .build(),
            child);
    vpcId = vpc.id();
    new DefaultSecurityGroup(
        name + "-default",
        DefaultSecurityGroupArgs.builder()
            .vpcId(vpcId)
            .tags(Tags.named(args.tags, name + "-default-unused"))
            .build(),
        child);
    var gateway =
        new InternetGateway(
            name,
            InternetGatewayArgs.builder().vpcId(vpcId).tags(Tags.named(args.tags, name)).build(),
            child);

    var publicTier = new SubnetTier(Tier.PUBLIC, name, args, vpcId, child).sharingOneRouteTable();
    publicTier.routeThroughInternetGateway(gateway.id());
    var privateTier = new SubnetTier(Tier.PRIVATE, name, args, vpcId, child).routingPerZone();
    var nat = Nat.of(name, args, vpcId, publicTier, child);
    privateTier.routeThroughNat(nat);
    var dataTier = new SubnetTier(Tier.DATA, name, args, vpcId, child).sharingOneRouteTable();

    var endpoints = new Endpoints(name, args, vpcId, child);
    CustomResource s3 = endpoints.s3(publicTier, privateTier);
    if (args.endpoints()) {
      endpoints.systemsManager(privateTier);
    }
    if (args.flowLogs()) {
      FlowLogs.of(name, args, vpcId, child);
    }

    publicSubnetIds = publicTier.idsOnceRouted();
    privateSubnetIds = privateTier.idsOnceRouted(s3);
    dataSubnetIds = dataTier.idsOnceRouted();
    registerOutputs(
        Map.of(
            "vpcId", vpcId,
            "publicSubnetIds", publicSubnetIds,
            "privateSubnetIds", privateSubnetIds,
            "dataSubnetIds", dataSubnetIds));
  }

  public Output<String> vpcId() {
    return vpcId;
  }

  /** One subnet per zone, in the order of the zones. Resolves once their internet route exists. */
  public Output<List<String>> publicSubnetIds() {
    return publicSubnetIds;
  }

  /** One subnet per zone, in the order of the zones. Resolves once their internet access exists. */
  public Output<List<String>> privateSubnetIds() {
    return privateSubnetIds;
  }

  /** One subnet per zone, in the order of the zones, without internet access. */
  public Output<List<String>> dataSubnetIds() {
    return dataSubnetIds;
  }
}
