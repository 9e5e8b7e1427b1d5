package dev.mainstay.cost;

import static dev.mainstay.graph.HandMade.graph;

import dev.mainstay.graph.HandMade;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/** What has a price in a graph, and what has none, as lines of text in the order of the graph. */
final class Estimate {
  static final CostBasis SHIPPED = CostBasis.of(PriceBook.shipped());

  private static final String SUBNET = "aws:ec2/subnet:Subnet";

  private Estimate() {}

  /** What follows is in a region. */
  static HandMade in(String region) {
    return graph()
        .component("app")
        .with(SUBNET, "a", Map.of("availabilityZone", region + "a"))
        .with(SUBNET, "b", Map.of("availabilityZone", region + "b"));
  }

  static List<String> lines(HandMade graph) {
    return Bill.of(graph.build(), SHIPPED).items().stream().map(Estimate::text).toList();
  }

  private static String text(CostItem item) {
    return "%s: %s %s x %s = %s%s"
        .formatted(
            item.label(),
            item.quantity(),
            item.price().unit(),
            item.price().usd().toPlainString(),
            item.usd().setScale(2, RoundingMode.HALF_UP),
            item.assumption().isEmpty() ? "" : " (" + item.assumption() + ")");
  }

  static List<String> notPriced(HandMade graph) {
    return Bill.of(graph.build(), SHIPPED).notPriced().stream()
        .map(item -> "%s: %s".formatted(item.item(), item.why()))
        .toList();
  }
}
