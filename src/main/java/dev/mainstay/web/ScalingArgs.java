package dev.mainstay.web;

import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import javax.annotation.Nullable;

/** What the number of servers follows; with both, the higher number wins. */
public final class ScalingArgs extends ResourceArgs {
  /** Average CPU load to keep, 10 to 90 %. Default: not followed. */
  @Import @Nullable public Integer cpuPercent;

  /** Requests a minute for each server. Default: not followed. */
  @Import @Nullable public Integer requestsPerTarget;
}
