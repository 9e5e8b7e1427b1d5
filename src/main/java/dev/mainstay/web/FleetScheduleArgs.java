package dev.mainstay.web;

import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import javax.annotation.Nullable;

/** From when on the fleet has another size. */
public final class FleetScheduleArgs extends ResourceArgs {
  /** Letters, digits and hyphens. Required. */
  @Import @Nullable public String name;

  /** When, as a cron expression of five fields, such as {@code 0 7 * * 1-5}. Required. */
  @Import @Nullable public String recurrence;

  /** Time zone of the recurrence, such as {@code Europe/Berlin}. Default UTC. */
  @Import @Nullable public String timeZone;

  /** Smallest number of servers from then on. Default: the fleet's. */
  @Import @Nullable public Integer minInstances;

  /** Largest number of servers from then on. Default: the fleet's. */
  @Import @Nullable public Integer maxInstances;

  public String timeZone() {
    return timeZone == null ? "Etc/UTC" : timeZone;
  }

  int minInstances(WebFleetArgs fleet) {
    return minInstances == null ? fleet.minInstances() : minInstances;
  }

  int maxInstances(WebFleetArgs fleet) {
    return maxInstances == null ? fleet.maxInstances() : maxInstances;
  }
}
