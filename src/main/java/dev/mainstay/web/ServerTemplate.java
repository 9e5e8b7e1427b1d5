package dev.mainstay.web;

import com.pulumi.aws.ec2.KeyPair;
import com.pulumi.aws.ec2.KeyPairArgs;
import com.pulumi.aws.ec2.LaunchTemplate;
import com.pulumi.aws.ec2.LaunchTemplateArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateBlockDeviceMappingArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateBlockDeviceMappingEbsArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateIamInstanceProfileArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateMetadataOptionsArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateMonitoringArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateNetworkInterfaceArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateTagSpecificationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.mainstay.config.Tags;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.annotation.Nullable;

/** The launch template of the web servers: image, type, volume, role and user data. */
final class ServerTemplate {
  private ServerTemplate() {}

  static LaunchTemplate of(
      String name,
      WebFleetArgs args,
      Output<String> instanceProfileArn,
      CustomResourceOptions child) {
    Map<String, String> tags = Tags.named(args.tags, name);
    return new LaunchTemplate(
        name + "-template",
        LaunchTemplateArgs.builder()
            .description("Web server")
            .imageId(args.bootImage().launchTemplateImageId())
            .instanceType(args.instanceType())
            .keyName(keyName(name, args, child))
            .updateDefaultVersion(true)
            .userData(UserData.of(args))
            .iamInstanceProfile(
                LaunchTemplateIamInstanceProfileArgs.builder().arn(instanceProfileArn).build())
            .networkInterfaces(networkInterface(args))
            .metadataOptions(
                LaunchTemplateMetadataOptionsArgs.builder()
                    .httpEndpoint("enabled")
                    .httpTokens("required")
                    .httpPutResponseHopLimit(1)
                    .build())
            .blockDeviceMappings(rootVolume(args))
            // Detailed monitoring has a price, so only target tracking turns it on.
            .monitoring(
                LaunchTemplateMonitoringArgs.builder()
                    .enabled(args.scaling().cpuPercent != null)
                    .build())
            .tagSpecifications(
                Stream.of("instance", "volume", "network-interface")
                    .map(
                        type ->
                            LaunchTemplateTagSpecificationArgs.builder()
                                .resourceType(type)
                                .tags(tags)
                                .build())
                    .toList())
            .tags(Tags.named(args.tags, name + "-template"))
            .build(),
        child);
  }

  /** The name of the key pair, once it exists; null without one. */
  @Nullable
  private static Output<String> keyName(
      String name, WebFleetArgs args, CustomResourceOptions child) {
    if (args.publicKey == null) {
      return args.keyPair == null ? null : Output.of(args.keyPair);
    }
    var keyPair =
        new KeyPair(
            name + "-key",
            KeyPairArgs.builder()
                .publicKey(PublicKey.of(args.publicKey).orElseThrow().text())
                .tags(Tags.named(args.tags, name + "-key"))
                .build(),
            child);
    // The id of a key pair is its name.
    return keyPair.id();
  }

  private static LaunchTemplateNetworkInterfaceArgs networkInterface(WebFleetArgs args) {
    return LaunchTemplateNetworkInterfaceArgs.builder()
        .deviceIndex(0)
        .associatePublicIpAddress(String.valueOf(args.standsInPublic()))
        .securityGroups(args.securityGroupId.applyValue(List::of))
        .deleteOnTermination("true")
        .build();
  }

  /**
   * Encrypted with the AWS managed key. With a customer managed key Auto Scaling would require a
   * grant to launch servers.
   */
  private static LaunchTemplateBlockDeviceMappingArgs rootVolume(WebFleetArgs args) {
    return LaunchTemplateBlockDeviceMappingArgs.builder()
        .deviceName(args.rootDeviceName())
        .ebs(
            LaunchTemplateBlockDeviceMappingEbsArgs.builder()
                .encrypted("true")
                .volumeType("gp3")
                .volumeSize(args.rootVolumeGib())
                .deleteOnTermination("true")
                .build())
        .build();
  }
}
