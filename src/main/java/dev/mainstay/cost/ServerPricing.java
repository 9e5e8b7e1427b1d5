package dev.mainstay.cost;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Servers, alone or in a group, with their volumes and public addresses. */
final class ServerPricing {
  private static final String FIRST_INTERFACE = "networkInterfaces[0].";
  private static final String SUBNET = "aws:ec2/subnet:Subnet";

  /** Example 1 of https://aws.amazon.com/cloudwatch/pricing/. */
  private static final int METRICS_OF_DETAILED_MONITORING = 7;

  private final ResourceGraph graph;
  private final VolumePricing volumes = new VolumePricing();

  ServerPricing(ResourceGraph graph) {
    this.graph = graph;
  }

  /** As many servers as the group is to have, or never goes below. */
  void group(ResourceNode group, Bill.Entry entry) {
    if (group.input("mixedInstancesPolicy").isPresent()) {
      entry.notPriced("servers", "the group mixes instance types or Spot with on-demand servers");
      return;
    }
    Optional<ResourceNode> template =
        Stream.of("launchTemplate", "launchConfiguration")
            .flatMap(path -> graph.referenced(group, path).stream())
            .filter(node -> node.input("instanceType").isPresent())
            .findFirst();
    if (template.isEmpty() || group.input("minSize").isEmpty()) {
      entry.notPriced("servers", "their number or their type is not known");
      return;
    }
    long least = group.number("minSize", 0);
    long count = Math.max(least, group.number("desiredCapacity", least));
    long most = group.number("maxSize", count);
    if (count == 0) {
      entry.notPriced("servers", "the group may be empty");
      return;
    }
    servers(
        template.get(),
        count,
        most > count ? "%d of at most %d servers".formatted(count, most) : "",
        inPublicSubnets(group, "vpcZoneIdentifiers"),
        entry);
  }

  private void servers(
      ResourceNode template, long count, String assumption, boolean inPublic, Bill.Entry entry) {
    server(template, "imageId", count, assumption, entry);
    if (template.is("aws:ec2/launchConfiguration:LaunchConfiguration")) {
      rootVolume(template, count, assumption, entry);
    } else {
      int mappings = NetworkPricing.size(template, "blockDeviceMappings");
      if (mappings == 0) {
        entry.notPriced("root volumes", "their size is that of the image");
      }
      for (int index = 0; index < mappings; index++) {
        String path = "blockDeviceMappings[%d].ebs.".formatted(index);
        volumes.of(template, path, count, assumption, entry);
      }
    }
    addresses(template, FIRST_INTERFACE + "associatePublicIpAddress", inPublic, count, entry);
    monitoring(template.isTrue("monitoring.enabled"), count, assumption, entry);
  }

  void instance(ResourceNode instance, Bill.Entry entry) {
    if (instance.input("instanceType").isEmpty()) {
      entry.notPriced("server", "its type is not known");
      return;
    }
    server(instance, "ami", 1, "", entry);
    rootVolume(instance, 1, "", entry);
    addresses(
        instance, "associatePublicIpAddress", inPublicSubnets(instance, "subnetId"), 1, entry);
    monitoring(instance.isTrue("monitoring"), 1, "", entry);
  }

  private void rootVolume(ResourceNode node, long count, String assumption, Bill.Entry entry) {
    if (node.input("rootBlockDevice.volumeSize").isPresent()) {
      volumes.of(node, "rootBlockDevice.", count, assumption, entry);
    } else {
      entry.notPriced("root volume", "its size is that of the image");
    }
    for (int index = 0; index < NetworkPricing.size(node, "ebsBlockDevices"); index++) {
      volumes.of(node, "ebsBlockDevices[%d].".formatted(index), count, assumption, entry);
    }
  }

  private boolean inPublicSubnets(ResourceNode node, String path) {
    return graph.referenced(node, path).stream()
        .anyMatch(subnet -> subnet.is(SUBNET) && subnet.isTrue("mapPublicIpOnLaunch"));
  }

  private static void addresses(
      ResourceNode node, String path, boolean inPublic, long count, Bill.Entry entry) {
    if (node.input(path).isPresent() ? node.isTrue(path) : inPublic) {
      entry.hourly("public IPv4 addresses of servers", count, "public-ipv4", "address", "");
    }
  }

  private static void monitoring(
      boolean detailed, long count, String assumption, Bill.Entry entry) {
    if (detailed) {
      entry.add(
          "detailed monitoring, per metric",
          count * METRICS_OF_DETAILED_MONITORING,
          Product.monthly("cloudwatch", "metric"),
          assumption);
    }
  }

  private static void server(
      ResourceNode node, String image, long count, String assumption, Bill.Entry entry) {
    String type = node.text("instanceType", "");
    String label = "%d x %s".formatted(count, type);
    if (node.text("instanceMarketOptions.marketType", "").equals("spot")
        || node.input("spotPrice").isPresent()) {
      entry.notPriced(label, "Spot prices change by the hour");
      return;
    }
    Platform platform =
        Platform.of(node.text(image, ""), node.text("userData", node.text("userDataBase64", "")));
    Product linux = Product.hourly("ec2-linux", type);
    long hours = count * Bill.HOURS_PER_MONTH;
    switch (platform) {
      case WINDOWS ->
          entry.inTwoLines(
              label,
              linux,
              "Windows licence of " + label,
              Product.hourly("ec2-windows", type),
              hours,
              assumption);
      case LINUX -> entry.add(label, hours, linux, assumption);
      case SOME_LINUX ->
          entry.add(
              label,
              hours,
              linux,
              Stream.of(assumption, "a Linux without a licence fee")
                  .filter(text -> !text.isEmpty())
                  .collect(Collectors.joining("; ")));
      case UNKNOWN ->
          entry.notPriced(
              label, "neither image nor user data show whether a Windows licence is paid for");
    }
  }
}
