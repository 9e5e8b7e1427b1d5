package dev.mainstay.web;

import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import javax.annotation.Nullable;

/** A time from which the fleet has another size. */
public final class FleetScheduleArgs extends ResourceArgs {
  /** Name of the schedule: letters, digits and hyphens. Required. */
  @Import @Nullable public String name;

  /** Start as a cron expression of five fields, such as {@code 0 7 * * 1-5}. Required. */
  @Import @Nullable public String recurrence;

  /** Time zone of the recurrence, such as {@code Europe/Berlin}. Default UTC. */
  @Import @Nullable public String timeZone;

  /** Minimum number of servers from then on. Default: that of the fleet. */
  @Import @Nullable public Integer minInstances;

  /** Maximum number of servers from then on. Default: that of the fleet. */
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
