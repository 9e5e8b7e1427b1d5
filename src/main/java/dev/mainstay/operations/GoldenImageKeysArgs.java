package dev.mainstay.operations;

import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import javax.annotation.Nullable;

/**
 * How the servers' own image is kept up: section {@code mainstay:operations.goldenImage}. The
 * component {@code GoldenImage} has the defaults and the rules.
 */
public final class GoldenImageKeysArgs extends ResourceArgs {
  /**
   * When to build, as a <a
   * href="https://docs.aws.amazon.com/imagebuilder/latest/userguide/cron-expressions.html">cron
   * expression of six fields</a>, in UTC. Nothing is built unless Windows or a component is newer
   * than in the last image. Default {@code 0 2 ? * wed#4 *}: the fourth Wednesday, eight days or
   * more after Microsoft's monthly updates.
   */
  @Import @Nullable public String schedule;

  /**
   * How many images are kept, 2 to 1000; besides, always the one that {@code web.image} names. Each
   * is a snapshot that is paid for. Default 6.
   */
  @Import @Nullable public Integer keepImages;

  /** The EC2 instance type that builds and tries images. Default {@code m7i.large}. */
  @Import @Nullable public String instanceType;
}
