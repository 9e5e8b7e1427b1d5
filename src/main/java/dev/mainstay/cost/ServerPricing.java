package dev.mainstay.cost;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Servers, alone or in a group, with their volumes and public addresses. */
final class ServerPricing {
  private static final String BY_TEMPLATE = "launchTemplate";
  private static final String FIRST_INTERFACE = "networkInterfaces[0].";

  private final ResourceGraph graph;

  ServerPricing(ResourceGraph graph) {
    this.graph = graph;
  }

  /** As many servers as the group never goes below. */
  void group(ResourceNode group, Bill.Entry entry) {
    Optional<ResourceNode> template =
        graph.referenced(group, BY_TEMPLATE).stream()
            .filter(node -> node.is("aws:ec2/launchTemplate:LaunchTemplate"))
            .findFirst();
    if (template.isEmpty() || group.input("minSize").isEmpty()) {
      entry.notPriced("servers", "how many there are, or of what type, is not known");
      return;
    }
    long count = group.number("minSize", 0);
    long most = group.number("maxSize", count);
    String assumption =
        most > count ? "%d of at most %d servers, the least".formatted(count, most) : "";
    if (count == 0) {
      entry.notPriced("servers", "the group may be empty");
      return;
    }
    server(template.get(), "imageId", count, assumption, entry);
    if (template.get().input("blockDeviceMappings[0]").isEmpty()) {
      entry.notPriced("root volumes", "their size is that of the image");
    }
    volumes(template.get(), "blockDeviceMappings", "ebs.", count, assumption, entry);
    if (template.get().isTrue(FIRST_INTERFACE + "associatePublicIpAddress")) {
      entry.hourly("public IPv4 addresses", count, "public-ipv4", "address", assumption);
    }
    monitoring(template.get().isTrue("monitoring.enabled"), entry);
  }

  void instance(ResourceNode instance, Bill.Entry entry) {
    if (instance.input("instanceType").isEmpty()) {
      entry.notPriced("server", "its type is not known");
      return;
    }
    server(instance, "ami", 1, "", entry);
    if (instance.input("rootBlockDevice.volumeSize").isPresent()) {
      volume(instance, "rootBlockDevice.", 1, "", entry);
    } else {
      entry.notPriced("root volume", "its size is that of the image");
    }
    volumes(instance, "ebsBlockDevices", "", 1, "", entry);
    if (instance.isTrue("associatePublicIpAddress")) {
      entry.hourly("public IPv4 address", 1, "public-ipv4", "address", "");
    }
    monitoring(instance.isTrue("monitoring"), entry);
  }

  private static void monitoring(boolean detailed, Bill.Entry entry) {
    if (detailed) {
      entry.notPriced("detailed monitoring", "the price list has no metrics");
    }
  }

  private static void server(
      ResourceNode node, String image, long count, String assumption, Bill.Entry entry) {
    String type = node.text("instanceType", "");
    if (type.isEmpty()) {
      entry.notPriced("servers", "their type is not known");
      return;
    }
    Platform platform =
        Platform.of(node.text(image, ""), node.text("userData", node.text("userDataBase64", "")));
    String label = "%d x %s".formatted(count, type);
    switch (platform) {
      case WINDOWS ->
          entry.hourly(label + " with a Windows licence", count, "ec2-windows", type, assumption);
      case LINUX -> entry.hourly(label + " with Linux", count, "ec2-linux", type, assumption);
      case SOME_LINUX ->
          entry.hourly(
              label + " with Linux",
              count,
              "ec2-linux",
              type,
              Stream.of(assumption, "a Linux without a licence fee")
                  .filter(text -> !text.isEmpty())
                  .collect(Collectors.joining("; ")));
      case UNKNOWN ->
          entry.notPriced(
              label, "neither image nor user data tell whether a Windows licence is paid for");
    }
  }

  private static void volumes(
      ResourceNode node,
      String list,
      String each,
      long count,
      String assumption,
      Bill.Entry entry) {
    int size = node.input(list).map(value -> ((List<?>) value).size()).orElse(0);
    for (int index = 0; index < size; index++) {
      String path = "%s[%d].%s".formatted(list, index, each);
      if (node.input(path + "volumeSize").isPresent()) {
        volume(node, path, count, assumption, entry);
      } else {
        entry.notPriced("volumes", "their size is that of the image");
      }
    }
  }

  private static void volume(
      ResourceNode node, String path, long count, String assumption, Bill.Entry entry) {
    long gib = node.number(path + "volumeSize", 0);
    String type = node.text(path + "volumeType", "");
    if (type.isEmpty()) {
      entry.notPriced("%d x %d GiB".formatted(count, gib), "the type of the volume is not known");
      return;
    }
    entry.add(
        "%d x %d GiB of %s".formatted(count, gib, type),
        count * gib,
        "gb-month",
        "ebs",
        type,
        assumption);
    if (!type.equals("gp3") && node.input(path + "iops").isPresent()) {
      entry.notPriced("IOPS of " + type, "the price list has no provisioned IOPS");
    } else if (node.number(path + "iops", 0) > 3_000 || node.number(path + "throughput", 0) > 125) {
      entry.notPriced("speed beyond 3,000 IOPS and 125 MiB/s", "the price list has none");
    }
  }
}
