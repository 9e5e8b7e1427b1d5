package dev.mainstay.network;

import com.pulumi.aws.ec2.Eip;
import com.pulumi.aws.ec2.EipArgs;
import com.pulumi.aws.ec2.NatGateway;
import com.pulumi.aws.ec2.NatGatewayArgs;
import com.pulumi.aws.ec2.RouteArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.mainstay.config.Tags;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The internet access of the private subnets. */
@FunctionalInterface
interface Nat {
  /**
   * The target of the default route of this zone's private subnet; empty without internet access.
   */
  Optional<RouteArgs.Builder> routeFrom(String zone);

  static Nat of(
      String name,
      NetworkArgs args,
      Output<String> vpcId,
      SubnetTier publicTier,
      CustomResourceOptions child) {
    List<String> zones = args.availabilityZones();
    return switch (args.nat()) {
      case "none" -> zone -> Optional.empty();
      case "instance" -> new NatInstance(name, args, vpcId, publicTier, child);
      case "single" -> gateways(name, args, zones.subList(0, 1), publicTier, child);
      default -> gateways(name, args, zones, publicTier, child);
    };
  }

  /** NAT gateways in {@code zones}; a zone without one uses the first. */
  private static Nat gateways(
      String name,
      NetworkArgs args,
      List<String> zones,
      SubnetTier publicTier,
      CustomResourceOptions child) {
    Map<String, NatGateway> gateways = new HashMap<>();
    zones.forEach(zone -> gateways.put(zone, gateway(name, args, zone, publicTier, child)));
    NatGateway first = gateways.get(zones.get(0));
    return zone ->
        Optional.of(RouteArgs.builder().natGatewayId(gateways.getOrDefault(zone, first).id()));
  }

  private static NatGateway gateway(
      String name,
      NetworkArgs args,
      String zone,
      SubnetTier publicTier,
      CustomResourceOptions child) {
    String natName = name + "-nat-" + zone;
    Map<String, String> tags = Tags.named(args.tags, natName);
    var address = new Eip(natName, EipArgs.builder().domain("vpc").tags(tags).build(), child);
    return new NatGateway(
        natName,
        NatGatewayArgs.builder()
            .allocationId(address.allocationId())
            .subnetId(publicTier.subnetId(zone))
            .tags(tags)
            .build(),
        // AWS creates a NAT gateway only in a subnet with a route to the internet.
        CustomResourceOptions.merge(
            child,
            CustomResourceOptions.builder()
                .dependsOn(publicTier.routing().toArray(Resource[]::new))
                .build()));
  }
}
