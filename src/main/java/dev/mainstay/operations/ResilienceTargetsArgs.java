package dev.mainstay.operations;

import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import java.util.Optional;
import javax.annotation.Nullable;

/** The recovery targets of the stack: section {@code mainstay:operations.targets}. */
public final class ResilienceTargetsArgs extends ResourceArgs {
  /**
   * Recovery time objective: the longest downtime of any failure, 0 to 2592000 seconds (30 days).
   * Default: no target.
   */
  @Import @Nullable public Integer rtoSeconds;

  /**
   * Recovery point objective: the most recent data that any failure may lose, 0 to 2592000 seconds
   * (30 days). Default: no target.
   */
  @Import @Nullable public Integer rpoSeconds;

  public Optional<Integer> rtoSeconds() {
    return Optional.ofNullable(rtoSeconds);
  }

  public Optional<Integer> rpoSeconds() {
    return Optional.ofNullable(rpoSeconds);
  }
}
