package dev.mainstay.web;

import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import javax.annotation.Nullable;

/** Target tracking of the fleet; with both targets, the higher number of servers applies. */
public final class ScalingArgs extends ResourceArgs {
  /** Target for the average CPU utilization, 10 to 90 %. Default: no target. */
  @Import @Nullable public Integer cpuPercent;

  /** Target for the requests per minute and server. Default: no target. */
  @Import @Nullable public Integer requestsPerTarget;
}
