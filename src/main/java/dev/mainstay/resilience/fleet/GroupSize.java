package dev.mainstay.resilience.fleet;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import java.util.List;
import java.util.Optional;

/**
 * The fewest servers that an Auto Scaling group keeps by itself.
 *
 * @param servers empty if that is not known
 * @param why where the number is from
 */
record GroupSize(Optional<Long> servers, String why) {

  static GroupSize of(ResourceNode group, ResourceGraph graph) {
    String name = group.name();
    if (group.input("minSize").isEmpty()) {
      return new GroupSize(
          Optional.empty(), "The number of servers of `%s` is not known".formatted(name));
    }
    var fewest =
        new GroupSize(
            Optional.of(group.number("minSize", 0)),
            "`%s` has at least %s (minSize)"
                .formatted(name, Pool.servers(group.number("minSize", 0))));
    List<ResourceNode> schedules =
        graph.referring("aws:autoscaling/schedule:Schedule", "autoscalingGroupName", group);
    for (ResourceNode schedule : schedules) {
      long min = schedule.number("minSize", -1);
      if (min >= 0 && min < fewest.servers().orElseThrow()) {
        fewest =
            new GroupSize(
                Optional.of(min),
                "`%s` has as few as %s (schedule `%s`)"
                    .formatted(name, Pool.servers(min), schedule.name()));
      }
    }
    boolean fixed =
        schedules.isEmpty()
            && graph
                .referring("aws:autoscaling/policy:Policy", "autoscalingGroupName", group)
                .isEmpty();
    long desired = group.number("desiredCapacity", 0);
    return fixed && desired > fewest.servers().orElseThrow()
        ? new GroupSize(
            Optional.of(desired),
            "`%s` has %s (desiredCapacity)".formatted(name, Pool.servers(desired)))
        : fewest;
  }
}
