package dev.mainstay.report.drawing;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.resilience.model.Verdict;
import dev.mainstay.resilience.network.Topology;
import java.util.List;

/**
 * The topology of a stack: zones as columns, tiers as rows, and what each failure does to them.
 *
 * @param frames what encloses: network, zones, subnets
 * @param parts what requests pass
 * @param units the servers
 */
public record Drawing(
    int width, int height, List<Box> frames, List<Wire> wires, List<Box> parts, List<Box> units) {

  /**
   * Draws a stack.
   *
   * @param verdicts the failures, in the order in which the marks count them
   */
  public static Drawing of(ResourceGraph graph, List<Verdict> verdicts) {
    var topology = new Topology(graph);
    return new Layout(graph, topology, new Effects(verdicts)).drawing();
  }

  /** Whether there is anything to draw besides the users. */
  public boolean drawn() {
    return parts.size() > 1;
  }
}
