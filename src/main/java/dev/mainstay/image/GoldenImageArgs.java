package dev.mainstay.image;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import dev.mainstay.config.Doubt;
import dev.mainstay.config.Problem;
import dev.mainstay.config.Rule;
import dev.mainstay.config.Section;
import dev.mainstay.config.Warning;
import java.util.List;
import java.util.Map;
import javax.annotation.Nonnull;
import javax.annotation.Nullable;

/** The settings of the golden image. */
public final class GoldenImageArgs extends ResourceArgs implements Section {
  /**
   * Schedule of the builds, as a cron expression of six fields in UTC. Default {@code 0 2 ? * wed#4
   * *}: the fourth Wednesday, at least eight days after Microsoft's monthly updates.
   */
  @Import @Nullable public String schedule;

  /** Number of images to keep, 2 to 1000, in addition to the one in use. Default 6. */
  @Import @Nullable public Integer keepImages;

  /** EC2 instance type that builds and tests images. Default {@code m7i.large}. */
  @Import @Nullable public String instanceType;

  @Import @Nonnull String region;
  @Import Map<String, String> tags = Map.of();
  @Import @Nonnull Output<String> kmsKeyArn;
  @Import Integer logRetentionDays = 365;
  @Import @Nonnull String stackName;
  @Import @Nonnull Output<List<String>> subnetIds;
  @Import @Nonnull Output<String> securityGroupId;
  @Import @Nullable String imageInUse;

  /** The region of the builds. Required. */
  public GoldenImageArgs region(String name) {
    region = name;
    return this;
  }

  /** Tags of every resource; a {@code Name} becomes the prefix of each resource's own. */
  public GoldenImageArgs tags(Map<String, String> stackTags) {
    tags = stackTags;
    return this;
  }

  /** The key that encrypts the logs; its ARN contains account and partition. Required. */
  public GoldenImageArgs kmsKeyArn(Output<String> arn) {
    kmsKeyArn = arn;
    return this;
  }

  /** Retention of the logs, in days. Default 365. */
  public GoldenImageArgs logRetentionDays(int days) {
    logRetentionDays = days;
    return this;
  }

  /** The prefix of the images and their parameter, such as {@code mainstay-prod}. Required. */
  public GoldenImageArgs stackName(String name) {
    stackName = name;
    return this;
  }

  /** Subnets with internet access; builds run in the first. Required. */
  public GoldenImageArgs subnetIds(Output<List<String>> ids) {
    subnetIds = ids;
    return this;
  }

  /** The security group of the servers that build images. Required. */
  public GoldenImageArgs securityGroupId(Output<String> id) {
    securityGroupId = id;
    return this;
  }

  /** The image of the web servers; retention never removes this AMI id. */
  public GoldenImageArgs imageInUse(String image) {
    imageInUse = image;
    return this;
  }

  public String schedule() {
    return schedule == null ? "0 2 ? * wed#4 *" : schedule;
  }

  public int keepImages() {
    return keepImages == null ? 6 : keepImages;
  }

  public String instanceType() {
    return instanceType == null ? "m7i.large" : instanceType;
  }

  @Override
  public List<Problem> problems() {
    return Rule.check(GoldenImageRules.ALL, this);
  }

  @Override
  public List<Warning> warnings() {
    return Doubt.warnings(GoldenImageRules.DOUBTS, this);
  }
}
