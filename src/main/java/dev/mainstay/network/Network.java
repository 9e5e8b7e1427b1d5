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
 * A VPC over two or more availability zones, with a public, a private and a data subnet in each.
 *
 * <p>Public subnets reach the internet through a gateway, private ones through NAT, data ones not
 * at all. No subnet hands out public addresses, and the default security group lets nothing
 * through. The subnet ids resolve only once the subnets' routes exist, so what is put into a
 * private subnet has its way out from the first second.
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

  /** One subnet a zone, in the order of the zones; once their route to the internet exists. */
  public Output<List<String>> publicSubnetIds() {
    return publicSubnetIds;
  }

  /** One subnet a zone, in the order of the zones; once their way out exists. */
  public Output<List<String>> privateSubnetIds() {
    return privateSubnetIds;
  }

  /** One subnet a zone, in the order of the zones; there is no way out of these. */
  public Output<List<String>> dataSubnetIds() {
    return dataSubnetIds;
  }
}
