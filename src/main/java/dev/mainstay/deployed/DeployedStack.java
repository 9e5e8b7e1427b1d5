package dev.mainstay.deployed;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import java.util.List;
import java.util.Map;

/**
 * A deployed or previewed Pulumi stack, written in any language.
 *
 * @param gaps the inputs that are missing in its JSON, and so in the graph
 * @param outputs by URN, the id and the outputs of each resource, without secrets and unknown
 *     values
 * @param elsewhere by URN, the region of each resource that is not in the region of most others
 */
public record DeployedStack(
    ResourceGraph graph,
    List<Gap> gaps,
    Map<String, Map<String, Object>> outputs,
    Map<String, String> elsewhere) {

  /** A stack in one region. */
  public DeployedStack(
      ResourceGraph graph, List<Gap> gaps, Map<String, Map<String, Object>> outputs) {
    this(graph, gaps, outputs, Map.of());
  }

  /**
   * An input whose value is not known.
   *
   * @param urn the resource; empty if the gap is about the whole stack
   * @param path the input, such as {@code password} or {@code subnetIds[0]}
   * @param why such as {@code secret}
   */
  public record Gap(String urn, String path, String why) {}

  /**
   * The graph with a mark in place of each unknown value, and with the region of each resource that
   * is in another one, see {@link ResourceNode#ELSEWHERE}.
   */
  public ResourceGraph withGaps() {
    return Gaps.shown(this);
  }

  /** A resource with that mark at {@code path}. */
  public static ResourceNode untold(ResourceNode node, String path) {
    return Gaps.shown(node, path);
  }
}
