package dev.mainstay.network;

import com.pulumi.aws.autoscaling.Group;
import com.pulumi.aws.autoscaling.GroupArgs;
import com.pulumi.aws.autoscaling.inputs.GroupLaunchTemplateArgs;
import com.pulumi.aws.autoscaling.inputs.GroupTagArgs;
import com.pulumi.aws.ec2.Eip;
import com.pulumi.aws.ec2.EipArgs;
import com.pulumi.aws.ec2.LaunchTemplate;
import com.pulumi.aws.ec2.LaunchTemplateArgs;
import com.pulumi.aws.ec2.NetworkInterface;
import com.pulumi.aws.ec2.NetworkInterfaceArgs;
import com.pulumi.aws.ec2.RouteArgs;
import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateBlockDeviceMappingArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateBlockDeviceMappingEbsArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateMetadataOptionsArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateNetworkInterfaceArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateTagSpecificationArgs;
import com.pulumi.aws.vpc.SecurityGroupEgressRule;
import com.pulumi.aws.vpc.SecurityGroupEgressRuleArgs;
import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRuleArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.mainstay.config.Tags;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One NAT instance for all private subnets, which is replaced if it fails.
 *
 * <p>The routes target a network interface with an Elastic IP, which outlives the instance. An Auto
 * Scaling group of one in the zone of the interface replaces a failed instance. The new instance
 * attaches the interface, so the routes and the public address do not change.
 */
final class NatInstance implements Nat {
  /** The newest Amazon Linux 2023 at launch; the instance stores no data. */
  private static final String IMAGE =
      "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-";

  private static final String BOOT_SCRIPT =
      """
      #!/bin/bash
      set -euo pipefail
      echo net.ipv4.ip_forward=1 > /etc/sysctl.d/90-nat.conf
      sysctl --system
      until dnf install -y nftables; do sleep 5; done
      cat > /etc/sysconfig/nftables.conf <<'RULES'
      table ip nat {
        chain postrouting {
          type nat hook postrouting priority srcnat;
          masquerade
        }
      }
      RULES
      systemctl enable --now nftables
      """;

  private static final int ROOT_VOLUME_GIB = 8;

  private final String name;
  private final NetworkArgs args;
  private final Output<String> vpcId;
  private final CustomResourceOptions child;
  private final NetworkInterface networkInterface;

  NatInstance(
      String network,
      NetworkArgs args,
      Output<String> vpcId,
      SubnetTier publicTier,
      CustomResourceOptions child) {
    this.name = network + "-nat";
    this.args = args;
    this.vpcId = vpcId;
    this.child = child;
    String zone = args.availabilityZones().get(0);
    networkInterface = networkInterface(publicTier.subnetId(zone));
    var address =
        new Eip(
            name,
            EipArgs.builder()
                .domain("vpc")
                .networkInterface(networkInterface.id())
                .tags(tags())
                .build(),
            child);
    // The boot script downloads a package, so the instance starts after its internet access exists.
    var wayOut = Stream.concat(publicTier.routing().stream(), Stream.of(address));
    group(zone, launchTemplate(), wayOut.toArray(Resource[]::new));
  }

  @Override
  public Optional<RouteArgs.Builder> routeFrom(String zone) {
    return Optional.of(RouteArgs.builder().networkInterfaceId(networkInterface.id()));
  }

  private NetworkInterface networkInterface(Output<String> subnetId) {
    return new NetworkInterface(
        name,
        NetworkInterfaceArgs.builder()
            .description("NAT of the private subnets")
            .subnetId(subnetId)
            .sourceDestCheck(false)
            .securityGroups(securityGroup().id().applyValue(List::of))
            .tags(tags())
            .build(),
        child);
  }

  private SecurityGroup securityGroup() {
    var group =
        new SecurityGroup(
            name,
            SecurityGroupArgs.builder()
                .description("NAT instance")
                .vpcId(vpcId)
                .tags(tags())
                .build(),
            child);
    for (int port : new int[] {80, 443}) {
      new SecurityGroupIngressRule(
          name + "-from-vpc-" + port,
          SecurityGroupIngressRuleArgs.builder()
              .description("Web traffic of the private subnets, port " + port)
              .securityGroupId(group.id())
              .cidrIpv4(args.cidr())
              .ipProtocol("tcp")
              .fromPort(port)
              .toPort(port)
              .tags(tags())
              .build(),
          child);
      new SecurityGroupEgressRule(
          name + "-to-internet-" + port,
          SecurityGroupEgressRuleArgs.builder()
              .description("Web traffic to the internet, port " + port)
              .securityGroupId(group.id())
              .cidrIpv4(SubnetTier.ANYWHERE)
              .ipProtocol("tcp")
              .fromPort(port)
              .toPort(port)
              .tags(tags())
              .build(),
          child);
    }
    return group;
  }

  private LaunchTemplate launchTemplate() {
    return new LaunchTemplate(
        name,
        LaunchTemplateArgs.builder()
            .description("NAT instance")
            .imageId(IMAGE + architecture())
            .instanceType(args.natInstanceType())
            .updateDefaultVersion(true)
            .networkInterfaces(
                LaunchTemplateNetworkInterfaceArgs.builder()
                    .deviceIndex(0)
                    .networkInterfaceId(networkInterface.id())
                    .deleteOnTermination("false")
                    .build())
            .metadataOptions(
                LaunchTemplateMetadataOptionsArgs.builder()
                    .httpEndpoint("enabled")
                    .httpTokens("required")
                    .httpPutResponseHopLimit(1)
                    .build())
            .blockDeviceMappings(
                LaunchTemplateBlockDeviceMappingArgs.builder()
                    .deviceName("/dev/xvda")
                    .ebs(
                        LaunchTemplateBlockDeviceMappingEbsArgs.builder()
                            .encrypted("true")
                            .volumeType("gp3")
                            .volumeSize(ROOT_VOLUME_GIB)
                            .deleteOnTermination("true")
                            .build())
                    .build())
            .userData(
                Base64.getEncoder().encodeToString(BOOT_SCRIPT.getBytes(StandardCharsets.UTF_8)))
            .tagSpecifications(
                Stream.of("instance", "volume")
                    .map(
                        type ->
                            LaunchTemplateTagSpecificationArgs.builder()
                                .resourceType(type)
                                .tags(tags())
                                .build())
                    .toList())
            .tags(tags())
            .build(),
        child);
  }

  private void group(String zone, LaunchTemplate template, Resource... wayOut) {
    new Group(
        name,
        GroupArgs.builder()
            .availabilityZones(args.region + zone)
            .minSize(1)
            .maxSize(1)
            .desiredCapacity(1)
            .healthCheckType("EC2")
            .launchTemplate(
                GroupLaunchTemplateArgs.builder()
                    .id(template.id())
                    .version(template.latestVersion().applyValue(String::valueOf))
                    .build())
            .tags(
                GroupTagArgs.builder()
                    .key("Name")
                    .value(tags().get("Name"))
                    .propagateAtLaunch(false)
                    .build())
            .build(),
        CustomResourceOptions.merge(
            child, CustomResourceOptions.builder().dependsOn(wayOut).build()));
  }

  private String architecture() {
    // Graviton types have a g after the generation: t4g, m7gd, c7gn.
    return args.natInstanceType().matches("[a-z]+\\d+g.*") ? "arm64" : "x86_64";
  }

  private Map<String, String> tags() {
    return Tags.named(args.tags, name);
  }
}
