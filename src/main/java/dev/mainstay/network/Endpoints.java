package dev.mainstay.network;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupArgs;
import com.pulumi.aws.ec2.VpcEndpoint;
import com.pulumi.aws.ec2.VpcEndpointArgs;
import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRuleArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.mainstay.config.Tags;
import java.util.List;
import java.util.stream.Stream;

/** VPC endpoints for AWS services, so that their traffic stays in the AWS network. */
final class Endpoints {
  /** The services that Session Manager and its agent require, and the EC2 API. */
  private static final List<String> SYSTEMS_MANAGER =
      List.of("ssm", "ssmmessages", "ec2messages", "ec2");

  private final String name;
  private final NetworkArgs args;
  private final Output<String> vpcId;
  private final CustomResourceOptions child;

  Endpoints(String network, NetworkArgs args, Output<String> vpcId, CustomResourceOptions child) {
    this.name = network + "-endpoint";
    this.args = args;
    this.vpcId = vpcId;
    this.child = child;
  }

  /** S3 through a gateway endpoint, which costs nothing. */
  VpcEndpoint s3(SubnetTier... tiers) {
    String s3Name = name + "-s3";
    return new VpcEndpoint(
        s3Name,
        endpoint("s3")
            .vpcEndpointType("Gateway")
            .routeTableIds(Output.all(Stream.of(tiers).flatMap(SubnetTier::routeTableIds).toList()))
            .tags(Tags.named(args.tags, s3Name))
            .build(),
        child);
  }

  /** Systems Manager and EC2 through interface endpoints in the subnets of {@code tier}. */
  void systemsManager(SubnetTier tier) {
    var group = securityGroup();
    for (String service : SYSTEMS_MANAGER) {
      new VpcEndpoint(
          name + "-" + service,
          endpoint(service)
              .vpcEndpointType("Interface")
              .privateDnsEnabled(true)
              .subnetIds(Output.all(tier.subnetIds()))
              .securityGroupIds(group.id().applyValue(List::of))
              .tags(Tags.named(args.tags, name + "-" + service))
              .build(),
          child);
    }
  }

  private VpcEndpointArgs.Builder endpoint(String service) {
    return VpcEndpointArgs.builder()
        .vpcId(vpcId)
        .serviceName("com.amazonaws.%s.%s".formatted(args.region, service));
  }

  private SecurityGroup securityGroup() {
    var group =
        new SecurityGroup(
            name,
            SecurityGroupArgs.builder()
                .description("Interface endpoints of the VPC")
                .vpcId(vpcId)
                .tags(Tags.named(args.tags, name))
                .build(),
            child);
    new SecurityGroupIngressRule(
        name + "-https",
        SecurityGroupIngressRuleArgs.builder()
            .description("HTTPS from the VPC to AWS APIs")
            .securityGroupId(group.id())
            .cidrIpv4(args.cidr())
            .ipProtocol("tcp")
            .fromPort(443)
            .toPort(443)
            .tags(Tags.named(args.tags, name + "-https"))
            .build(),
        child);
    return group;
  }
}
