package dev.mainstay.disruption;

import dev.mainstay.graph.PreviewStep;
import dev.mainstay.graph.ResourceGraph;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What happens when a stack goes from one version to another.
 *
 * @param changes in the order in which the program declares the resources, deletions last
 */
public record Disruption(List<Change> changes) {

  /**
   * Compares two versions of a stack. Resources are the same if their type and logical name are. A
   * resource with another parent says so. A resource with another name counts as deleted and
   * created, whatever aliases it has.
   *
   * @param allowDataLoss the logical names of resources, or of the components they are in, that may
   *     lose their data; {@code NAME.INPUT} allows only the loss that a change of one input causes
   */
  public static Disruption between(
      ResourceGraph before, ResourceGraph after, Collection<String> allowDataLoss) {
    return between(before, after, allowDataLoss, Map.of());
  }

  /**
   * Compares two versions that Pulumi has compared too.
   *
   * @param steps what Pulumi's preview says, by urn; it outranks the tables of this release
   */
  public static Disruption between(
      ResourceGraph before,
      ResourceGraph after,
      Collection<String> allowDataLoss,
      Map<String, PreviewStep> steps) {
    return new Disruption(new Comparison(before, after, allowDataLoss, steps).changes());
  }

  /** Nothing may lose its data. */
  public static Disruption between(ResourceGraph before, ResourceGraph after) {
    return between(before, after, List.of());
  }

  /** The changes that AWS refuses, so that the update fails. */
  public List<Change> refused() {
    return changes.stream().filter(change -> change.effect() == Effect.REFUSED).toList();
  }

  /** The changes that lose data, without permission by the configuration. */
  public List<Change> blocked() {
    return changes.stream()
        .filter(change -> change.effect() == Effect.DATA_LOSS && !change.allowed())
        .toList();
  }
}
