package dev.mainstay.cost;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import java.util.Optional;

/** Pipelines of EC2 Image Builder: the instances that build, and the snapshots they leave. */
final class ImagePricing {
  private final ResourceGraph graph;

  ImagePricing(ResourceGraph graph) {
    this.graph = graph;
  }

  void pipeline(ResourceNode node, Bill.Entry entry) {
    entry.byUse("snapshots of images", Use.IMAGES, Product.storage("ebs", "snapshot"));
    Optional<String> type =
        graph.referenced(node, "infrastructureConfigurationArn").stream()
            .map(of -> of.text("instanceTypes[0]", ""))
            .filter(name -> !name.isEmpty())
            .findFirst();
    String parent =
        graph.referenced(node, "imageRecipeArn").stream()
            .map(of -> of.text("parentImage", ""))
            .findFirst()
            .orElse("");
    if (type.isEmpty()) {
      entry.notPriced("instances that build images", "their type is not known");
      return;
    }
    String service = Platform.isWindows(parent) ? "ec2-windows" : "ec2-linux";
    entry.byUse(
        "%s that builds images".formatted(type.get()),
        Use.IMAGE_BUILD,
        Product.hourly(service, type.get()));
  }
}
