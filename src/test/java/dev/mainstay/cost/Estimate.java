package dev.mainstay.cost;

import static dev.mainstay.graph.HandMade.graph;

import dev.mainstay.graph.HandMade;
import java.util.List;
import java.util.Map;

/** What is priced of a graph, and what is not, as lines of text. */
final class Estimate {
  static final PriceList PRICES = PriceFile.shipped();

  private static final String SUBNET = "aws:ec2/subnet:Subnet";

  private Estimate() {}

  /** What follows is priced in a region. */
  static HandMade in(String region) {
    return graph()
        .component("app")
        .with(SUBNET, "a", Map.of("availabilityZone", region + "a"))
        .with(SUBNET, "b", Map.of("availabilityZone", region + "b"));
  }

  static List<String> lines(HandMade graph) {
    return MonthlyCost.of(graph.build(), PRICES).lines().stream()
        .map(
            line ->
                "%s: %s %s x %s = %s%s"
                    .formatted(
                        line.item(),
                        line.quantity(),
                        line.unit(),
                        line.unitPriceUsd(),
                        line.monthlyUsd(),
                        line.assumption().isEmpty() ? "" : " (" + line.assumption() + ")"))
        .toList();
  }

  static List<String> notPriced(HandMade graph) {
    return MonthlyCost.of(graph.build(), PRICES).notPriced().stream()
        .map(
            item ->
                "%s: %s%s"
                    .formatted(
                        item.item(),
                        item.why(),
                        item.orientation().isEmpty() ? "" : " (" + item.orientation() + ")"))
        .toList();
  }
}
