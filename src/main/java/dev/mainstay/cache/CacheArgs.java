package dev.mainstay.cache;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import dev.mainstay.config.Doubt;
import dev.mainstay.config.Problem;
import dev.mainstay.config.Relaxation;
import dev.mainstay.config.Rule;
import dev.mainstay.config.Section;
import dev.mainstay.config.Warning;
import java.util.List;
import java.util.Map;
import javax.annotation.Nonnull;
import javax.annotation.Nullable;

/** The cache: section {@code mainstay:cache}. */
public final class CacheArgs extends ResourceArgs implements Section {
  /** {@code valkey} (default) or {@code redis}. */
  @Import @Nullable public String engine;

  /** Engine version. Default {@code 8.1} for valkey, {@code 7.1} for redis. */
  @Import @Nullable public String engineVersion;

  /**
   * How clients authenticate: {@code iam} (default), with tokens of their role and no password;
   * {@code password}, for software that supports only a static password.
   */
  @Import @Nullable public String authentication;

  /** Node type. Default {@code cache.t4g.small}. */
  @Import @Nullable public String nodeType;

  /** Number of read replicas, 0 to 5; each can be promoted to primary. Default 1. */
  @Import @Nullable public Integer replicas;

  /** Whether the nodes run in different zones. Default: true with replicas. */
  @Import @Nullable public Boolean multiAz;

  /** Engine parameters by name. Default: none. */
  @Import @Nullable public Map<String, String> parameters;

  /** Retention of daily snapshots in days, 0 (no snapshots) to 35. Default 7. */
  @Import @Nullable public Integer snapshotRetentionDays;

  /** Daily snapshot window in UTC, at least 60 minutes. Default {@code 02:00-03:00}. */
  @Import @Nullable public String snapshotWindow;

  /** Weekly maintenance window in UTC, at least 60 minutes. Default {@code sun:05:00-sun:06:00}. */
  @Import @Nullable public String maintenanceWindow;

  /** Whether changes with downtime apply at once, not in the maintenance window. Default false. */
  @Import @Nullable public Boolean applyImmediately;

  @Import String region;
  @Import Map<String, String> tags = Map.of();
  @Import @Nonnull Output<List<String>> subnetIds;
  @Import @Nonnull Output<String> securityGroupId;
  @Import @Nonnull Output<String> kmsKeyArn;
  @Import @Nonnull String defaultIdentifier;
  @Import Output<String> password;
  @Import Integer logRetentionDays;

  /** The region, such as {@code eu-central-1}. Without it, its offer is not checked. */
  public CacheArgs region(String regionName) {
    region = regionName;
    return this;
  }

  /** Tags of every resource; a {@code Name} becomes the prefix of each resource's own. */
  public CacheArgs tags(Map<String, String> stackTags) {
    tags = stackTags;
    return this;
  }

  /** Subnets in at least two zones, without ingress from the internet. Required. */
  public CacheArgs subnetIds(Output<List<String>> ids) {
    subnetIds = ids;
    return this;
  }

  /** The security group of the cache. Required. */
  public CacheArgs securityGroupId(Output<String> id) {
    securityGroupId = id;
    return this;
  }

  /** The key that encrypts data, snapshots and logs. Required. */
  public CacheArgs kmsKeyArn(Output<String> arn) {
    kmsKeyArn = arn;
    return this;
  }

  /** The prefix of the names of the cache's users, such as {@code mainstay-prod}. Required. */
  public CacheArgs defaultIdentifier(String stackIdentifier) {
    defaultIdentifier = stackIdentifier;
    return this;
  }

  /** The user's password, 16 to 128 characters. Required with {@code authentication: password}. */
  public CacheArgs password(Output<String> userPassword) {
    password = userPassword;
    return this;
  }

  /** Retention of the logs, in days. Default 365. */
  public CacheArgs logRetentionDays(int days) {
    logRetentionDays = days;
    return this;
  }

  public String engine() {
    return engine == null ? "valkey" : engine;
  }

  public String engineVersion() {
    if (engineVersion != null) {
      return engineVersion;
    }
    return engine().equals("redis") ? "7.1" : "8.1";
  }

  public String authentication() {
    return authentication == null ? "iam" : authentication;
  }

  /** Whether clients authenticate with a static password. */
  public boolean hasPassword() {
    return authentication().equals("password");
  }

  public String nodeType() {
    return nodeType == null ? "cache.t4g.small" : nodeType;
  }

  public int replicas() {
    return replicas == null ? 1 : replicas;
  }

  public boolean multiAz() {
    return multiAz == null ? replicas() > 0 : multiAz;
  }

  public Map<String, String> parameters() {
    return parameters == null ? Map.of() : parameters;
  }

  public int snapshotRetentionDays() {
    return snapshotRetentionDays == null ? 7 : snapshotRetentionDays;
  }

  public String snapshotWindow() {
    return snapshotWindow == null ? "02:00-03:00" : snapshotWindow;
  }

  public String maintenanceWindow() {
    return maintenanceWindow == null ? "sun:05:00-sun:06:00" : maintenanceWindow;
  }

  public boolean applyImmediately() {
    return applyImmediately != null && applyImmediately;
  }

  int logRetentionDays() {
    return logRetentionDays == null ? 365 : logRetentionDays;
  }

  @Override
  public List<Problem> problems() {
    return Rule.check(CacheRules.ALL, this);
  }

  @Override
  public List<Warning> warnings() {
    return Doubt.warnings(CacheRules.DOUBTS, this);
  }

  @Override
  public List<Relaxation> relaxations() {
    return Relaxation.of(CacheRelaxations.ALL, this);
  }
}
