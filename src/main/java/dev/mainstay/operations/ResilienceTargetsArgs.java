package dev.mainstay.operations;

import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import java.util.Optional;
import javax.annotation.Nullable;

/** What the stack must survive: section {@code mainstay:operations.targets}. */
public final class ResilienceTargetsArgs extends ResourceArgs {
  /**
   * For how long any one failure may interrupt the stack, in seconds: its recovery time objective.
   * 0 to 2592000 (30 days). Default: no target.
   */
  @Import @Nullable public Integer rtoSeconds;

  /**
   * How much of the newest data any one failure may cost, in seconds: its recovery point objective.
   * 0 to 2592000 (30 days). Default: no target.
   */
  @Import @Nullable public Integer rpoSeconds;

  public Optional<Integer> rtoSeconds() {
    return Optional.ofNullable(rtoSeconds);
  }

  public Optional<Integer> rpoSeconds() {
    return Optional.ofNullable(rpoSeconds);
  }
}
