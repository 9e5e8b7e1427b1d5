package dev.mainstay.operations;

import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import javax.annotation.Nullable;

/**
 * The golden image of the web servers: section {@code mainstay:operations.goldenImage}. The
 * component {@code GoldenImage} has the defaults and the rules.
 */
public final class GoldenImageKeysArgs extends ResourceArgs {
  /**
   * Schedule of the builds, as a <a
   * href="https://docs.aws.amazon.com/imagebuilder/latest/userguide/cron-expressions.html">cron
   * expression of six fields</a> in UTC. A build runs only if Windows or a component is newer than
   * in the last image. Default {@code 0 2 ? * wed#4 *}: the fourth Wednesday, at least eight days
   * after Microsoft's monthly updates.
   */
  @Import @Nullable public String schedule;

  /**
   * Number of images to keep, 2 to 1000, in addition to the one in {@code web.image}. AWS charges
   * for the snapshot of each. Default 6.
   */
  @Import @Nullable public Integer keepImages;

  /** EC2 instance type that builds and tests images. Default {@code m7i.large}. */
  @Import @Nullable public String instanceType;
}
