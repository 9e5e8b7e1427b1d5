package dev.mainstay.network;

import com.pulumi.aws.ec2.Route;
import com.pulumi.aws.ec2.RouteArgs;
import com.pulumi.aws.ec2.RouteTable;
import com.pulumi.aws.ec2.RouteTableArgs;
import com.pulumi.aws.ec2.RouteTableAssociation;
import com.pulumi.aws.ec2.RouteTableAssociationArgs;
import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.ec2.SubnetArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import dev.mainstay.config.Tags;
import dev.mainstay.network.AddressPlan.Tier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The subnets of one tier, one per zone, with their route tables and routes. */
final class SubnetTier {
  static final String ANYWHERE = "0.0.0.0/0";

  private final String name;
  private final NetworkArgs args;
  private final Output<String> vpcId;
  private final CustomResourceOptions child;
  private final Map<String, Subnet> subnets = new LinkedHashMap<>();

  /** By zone letter; the same table for all zones if the tier shares one. */
  private final Map<String, RouteTable> tables = new LinkedHashMap<>();

  /** The resources that internet access from these subnets requires. */
  private final List<CustomResource> routing = new ArrayList<>();

  SubnetTier(
      Tier tier,
      String network,
      NetworkArgs args,
      Output<String> vpcId,
      CustomResourceOptions child) {
    this.name = network + "-" + tier.name().toLowerCase(Locale.ROOT);
    this.args = args;
    this.vpcId = vpcId;
    this.child = child;
    var addresses = new AddressPlan(args.cidr());
    for (String zone : args.availabilityZones()) {
      subnets.put(zone, subnet(zone, addresses.subnet(tier, zone)));
    }
  }

  SubnetTier sharingOneRouteTable() {
    var table = table(name);
    subnets.keySet().forEach(zone -> associate(zone, table));
    return this;
  }

  SubnetTier routingPerZone() {
    subnets.keySet().forEach(zone -> associate(zone, table(name + "-" + zone)));
    return this;
  }

  void routeThroughInternetGateway(Output<String> gatewayId) {
    var route = RouteArgs.builder().destinationCidrBlock(ANYWHERE).gatewayId(gatewayId);
    routing.add(route(name, tables.values().iterator().next(), route));
  }

  void routeThroughNat(Nat nat) {
    tables.forEach(
        (zone, table) ->
            nat.routeFrom(zone)
                .map(route -> route.destinationCidrBlock(ANYWHERE))
                .ifPresent(route -> routing.add(route(name + "-" + zone, table, route))));
  }

  Output<String> subnetId(String zone) {
    return subnets.get(zone).id();
  }

  List<Output<String>> subnetIds() {
    return subnets.values().stream().map(Subnet::id).toList();
  }

  Stream<Output<String>> routeTableIds() {
    return tables.values().stream().distinct().map(RouteTable::id);
  }

  List<CustomResource> routing() {
    return List.copyOf(routing);
  }

  /** The ids of the subnets. They resolve once the routes and {@code more} exist. */
  Output<List<String>> idsOnceRouted(CustomResource... more) {
    var ids = Output.all(subnetIds());
    var gates = Stream.concat(routing.stream(), Stream.of(more)).map(CustomResource::id).toList();
    return Output.all(gates).apply(done -> ids);
  }

  private Subnet subnet(String zone, String cidr) {
    String subnetName = name + "-" + zone;
    return new Subnet(
        subnetName,
        SubnetArgs.builder()
            .vpcId(vpcId)
            .cidrBlock(cidr)
            .availabilityZone(args.region + zone)
            .mapPublicIpOnLaunch(false)
            .tags(Tags.named(args.tags, subnetName))
            .build(),
        // A replacement has the same address range, and AWS allows a range only once.
        CustomResourceOptions.merge(
            child, CustomResourceOptions.builder().deleteBeforeReplace(true).build()));
  }

  private RouteTable table(String tableName) {
    return new RouteTable(
        tableName,
        RouteTableArgs.builder().vpcId(vpcId).tags(Tags.named(args.tags, tableName)).build(),
        child);
  }

  private void associate(String zone, RouteTable table) {
    tables.put(zone, table);
    routing.add(
        new RouteTableAssociation(
            name + "-" + zone,
            RouteTableAssociationArgs.builder()
                .subnetId(subnetId(zone))
                .routeTableId(table.id())
                .build(),
            child));
  }

  private Route route(String routeName, RouteTable table, RouteArgs.Builder route) {
    return new Route(routeName, route.routeTableId(table.id()).build(), child);
  }
}
