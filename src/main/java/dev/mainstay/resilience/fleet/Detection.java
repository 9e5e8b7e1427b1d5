package dev.mainstay.resilience.fleet;

import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.model.Interruption;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a load balancer detects that a server does not answer.
 *
 * @param looks whether it checks servers at all
 * @param time how long it may still send requests to the server
 * @param how the arithmetic, or what is missing for it
 */
record Detection(boolean looks, Interruption time, List<String> how) {

  static Detection by(List<ResourceNode> targetGroups) {
    if (targetGroups.isEmpty()) {
      return unknown(
          "How its servers are checked is not known: its target group is not in the stack.");
    }
    return targetGroups.stream().map(Detection::by).reduce(Detection::and).orElseThrow();
  }

  /**
   * A server is out after U failures in a row, the last of which takes the whole timeout T: if it
   * fails just before a check that is (U-1) intervals I and T, just after one an interval more.
   */
  private static Detection by(ResourceNode targetGroup) {
    String name = targetGroup.name();
    if (targetGroup.text("healthCheck.enabled", "true").equals("false")) {
      return new Detection(
          false,
          Interruption.UNKNOWN,
          List.of(
              "Target group `%s` has no health check.".formatted(name),
              "The load balancer keeps sending requests to a server that does not answer."));
    }
    long interval = targetGroup.number("healthCheck.interval", 0);
    long timeout = targetGroup.number("healthCheck.timeout", 0);
    long failures = targetGroup.number("healthCheck.unhealthyThreshold", 0);
    if (interval == 0 || timeout == 0 || failures == 0) {
      return unknown(
          "Target group `%s` sets no interval, timeout or unhealthyThreshold.".formatted(name),
          "When a failure is detected depends on defaults.");
    }
    long earliest = (failures - 1) * interval + timeout;
    long latest = failures * interval + timeout;
    return new Detection(
        true,
        Interruption.between(earliest, latest),
        List.of(
            "Target group `%s` takes a server out of service after %d failed checks: (%d-1)*%d+%d = %d s to %d*%d+%d = %d s."
                .formatted(
                    name, failures, failures, interval, timeout, earliest, failures, interval,
                    timeout, latest)));
  }

  private static Detection unknown(String... why) {
    return new Detection(true, Interruption.UNKNOWN, List.of(why));
  }

  private Detection and(Detection other) {
    return new Detection(
        looks && other.looks,
        time.alongside(other.time),
        Stream.concat(how.stream(), other.how.stream()).distinct().toList());
  }
}
