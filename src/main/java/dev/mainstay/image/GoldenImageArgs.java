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

/** What the servers' own image is built on, where and when. */
public final class GoldenImageArgs extends ResourceArgs implements Section {
  /**
   * When to build, as a cron expression of six fields, in UTC. Default {@code 0 2 ? * wed#4 *}: the
   * fourth Wednesday, eight days or more after Microsoft's monthly updates.
   */
  @Import @Nullable public String schedule;

  /** How many images are kept, 2 to 1000, besides the one in use. Default 6. */
  @Import @Nullable public Integer keepImages;

  /** The EC2 instance type that builds and tries images. Default {@code m7i.large}. */
  @Import @Nullable public String instanceType;

  @Import @Nonnull String region;
  @Import Map<String, String> tags = Map.of();
  @Import @Nonnull Output<String> kmsKeyArn;
  @Import Integer logRetentionDays = 365;
  @Import @Nonnull String stackName;
  @Import @Nonnull Output<List<String>> subnetIds;
  @Import @Nonnull Output<String> securityGroupId;
  @Import @Nullable String imageInUse;

  /** The region images are built in. Required. */
  public GoldenImageArgs region(String name) {
    region = name;
    return this;
  }

  /** Tags of every resource; a {@code Name} becomes the prefix of each resource's own. */
  public GoldenImageArgs tags(Map<String, String> stackTags) {
    tags = stackTags;
    return this;
  }

  /** The key that encrypts logs; account and partition are learnt from it. Required. */
  public GoldenImageArgs kmsKeyArn(Output<String> arn) {
    kmsKeyArn = arn;
    return this;
  }

  /** How long the logs of builds are kept. Default 365. */
  public GoldenImageArgs logRetentionDays(int days) {
    logRetentionDays = days;
    return this;
  }

  /** What images and their parameter are called after, such as {@code mainstay-prod}. Required. */
  public GoldenImageArgs stackName(String name) {
    stackName = name;
    return this;
  }

  /** Subnets with a way out; images are built in the first. Required. */
  public GoldenImageArgs subnetIds(Output<List<String>> ids) {
    subnetIds = ids;
    return this;
  }

  /** The group of the servers that build. Required. */
  public GoldenImageArgs securityGroupId(Output<String> id) {
    securityGroupId = id;
    return this;
  }

  /** What the web servers boot from; if it is an AMI id, that image is never removed. */
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
