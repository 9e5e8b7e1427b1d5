package dev.mainstay.report;

import dev.mainstay.config.Relaxation;
import dev.mainstay.graph.Redaction;
import dev.mainstay.graph.ResourceGraph;
import java.util.List;
import java.util.Map;

/**
 * What there is to report of a stack.
 *
 * @param region where it would be deployed
 * @param file what it was read from
 * @param graph its resources, without secrets
 * @param relaxations what is cheaper or more open than the default
 * @param waivers the reason for each, by configuration key
 * @param doubts what could not be read or checked
 * @param findings what the analyses say of it
 */
public record PlannedStack(
    String region,
    String file,
    ResourceGraph graph,
    List<Relaxation> relaxations,
    Map<String, String> waivers,
    List<String> doubts,
    Findings findings) {

  public PlannedStack {
    graph = Redaction.of(graph);
  }

  public String name() {
    return graph.stack();
  }

  public PlannedStack with(Findings others) {
    return new PlannedStack(region, file, graph, relaxations, waivers, doubts, others);
  }
}
