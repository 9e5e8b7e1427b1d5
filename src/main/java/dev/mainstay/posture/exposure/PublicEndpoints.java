package dev.mainstay.posture.exposure;

import dev.mainstay.facts.NetworkSurface;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Judge;
import java.util.List;

/** Whether a resource has a public endpoint by its own inputs, apart from any security group. */
final class PublicEndpoints {
  private PublicEndpoints() {}

  /** Whether {@code surface} says that {@code node} has one. */
  static Answer has(NetworkSurface surface, ResourceNode node) {
    String condition = surface.publicWhen();
    if (condition.isEmpty()) {
      return Answer.NO;
    }
    if (condition.equals("always")) {
      return Answer.YES;
    }
    if (condition.startsWith("!")) {
      return Judge.present(condition.substring(1)).of(null, node).not();
    }
    if (condition.contains("!=")) {
      String[] parts = condition.split("!=", 2);
      return equal(node, parts[0], parts[1]).not();
    }
    if (condition.contains("=")) {
      String[] parts = condition.split("=", 2);
      return equal(node, parts[0], parts[1]);
    }
    return Judge.present(condition).of(null, node);
  }

  /** A list counts as its only element, as in {@code types: [PRIVATE]}. */
  private static Answer equal(ResourceNode node, String path, String wanted) {
    return Judge.given(
            path,
            value -> {
              Object single =
                  value instanceof List<?> list && list.size() == 1 ? list.get(0) : value;
              return single.toString().equals(wanted);
            })
        .of(null, node);
  }
}
