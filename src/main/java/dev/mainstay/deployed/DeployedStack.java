package dev.mainstay.deployed;

import dev.mainstay.graph.ResourceGraph;
import java.util.List;

/**
 * A stack that Pulumi knows, written in any language.
 *
 * @param gaps what its JSON does not tell; in the graph these inputs are missing
 */
public record DeployedStack(ResourceGraph graph, List<Gap> gaps) {

  /**
   * An input that is not told.
   *
   * @param urn the resource; empty if the gap is about the whole stack
   * @param path the input, such as {@code password} or {@code subnetIds[0]}
   * @param why such as {@code secret}
   */
  public record Gap(String urn, String path, String why) {}

  /** The graph with the mark of an unknown value wherever something is not told. */
  public ResourceGraph withGaps() {
    return Gaps.shown(this);
  }
}
