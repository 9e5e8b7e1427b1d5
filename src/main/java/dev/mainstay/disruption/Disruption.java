package dev.mainstay.disruption;

import dev.mainstay.graph.ResourceGraph;
import java.util.Collection;
import java.util.List;

/**
 * What people will feel when a stack goes from one version to another.
 *
 * @param changes in the order in which the program declares the resources, deletions last
 */
public record Disruption(List<Change> changes) {

  /**
   * Compares two versions of a stack. Resources are the same if type and logical name are; one that
   * got another parent says so, and one that got another name counts as deleted and created,
   * whatever aliases it has.
   *
   * @param allowDataLoss the logical names of resources, or of components they are in, that may
   *     lose their data
   */
  public static Disruption between(
      ResourceGraph before, ResourceGraph after, Collection<String> allowDataLoss) {
    return new Disruption(new Comparison(before, after, allowDataLoss).changes());
  }

  /** Nothing may lose its data. */
  public static Disruption between(ResourceGraph before, ResourceGraph after) {
    return between(before, after, List.of());
  }

  /** The changes that lose data which nobody allowed to be lost. */
  public List<Change> blocked() {
    return changes.stream()
        .filter(change -> change.effect() == Effect.DATA_LOSS && !change.allowed())
        .toList();
  }
}
