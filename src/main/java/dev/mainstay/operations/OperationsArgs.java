package dev.mainstay.operations;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import dev.mainstay.config.Problem;
import dev.mainstay.config.Relaxation;
import dev.mainstay.config.Rule;
import dev.mainstay.config.Section;
import dev.mainstay.outputs.DatabaseInstances;
import dev.mainstay.outputs.LoadBalancerTargets;
import java.util.List;
import java.util.Map;
import javax.annotation.Nonnull;
import javax.annotation.Nullable;

/** Monitoring, backups and images of the stack: section {@code mainstay:operations}. */
public final class OperationsArgs extends ResourceArgs implements Section {
  /** Security Hub requires a year of logs: control CloudWatch.16. */
  static final int YEAR_DAYS = 365;

  /**
   * Email addresses that are notified when an alarm starts or ends and of database events. Each
   * address receives an email with a confirmation link. Default: none.
   */
  @Import @Nullable public List<String> alarmEmails;

  /** Retention of all logs in days, a value that CloudWatch Logs offers. Default 365. */
  @Import @Nullable public Integer logRetentionDays;

  /** Whether the stack has a dashboard of all tiers. Default true. */
  @Import @Nullable public Boolean dashboard;

  /**
   * Whether AWS Backup also backs up the database to a separate vault, which outlives the database.
   * Default true.
   */
  @Import @Nullable public Boolean backupVault;

  /**
   * Whether AWS Backup restores the newest backup once a month and deletes the copy again. AWS
   * charges for a database of the same size during the test. Default false.
   */
  @Import @Nullable public Boolean restoreTesting;

  /**
   * A pipeline that builds a golden image of the web servers every month; an empty map selects all
   * defaults. {@code web.image} still selects the image of the servers. Default: none.
   */
  @Import @Nullable public GoldenImageKeysArgs goldenImage;

  /** Recovery targets that every failure must meet. Default: none. */
  @Import @Nullable public ResilienceTargetsArgs targets;

  /**
   * What the stack may cost, in USD per month, 1 to 10000000. An AWS Budget notifies the recipients
   * of the alarms at 80 % of it, and when the forecast reaches it; the plan refuses a stack whose
   * estimate is above it, unless that is waived. Default: no budget.
   */
  @Import @Nullable public Integer monthlyBudgetUsd;

  @Import @Nonnull String region;
  @Import Map<String, String> tags = Map.of();
  @Import @Nonnull Output<String> kmsKeyArn;

  /** The load balancer as CloudWatch dimensions name it. Required. */
  @Import @Nonnull Output<String> loadBalancerArnSuffix;

  /** The target group as CloudWatch dimensions name it. Required. */
  @Import @Nonnull Output<String> targetGroupArnSuffix;

  /** The certificate of the HTTPS listener. Default: none, so no certificate alarm. */
  @Import @Nullable Output<String> certificateArn;

  @Import Integer certificateAlarmDays;
  @Import @Nonnull Output<String> webGroupName;
  @Import Integer webBootSeconds;

  /** The DB instance to monitor. Required. */
  @Import @Nonnull Output<String> databaseIdentifier;

  /** The DB instance to back up. Required. */
  @Import @Nonnull Output<String> databaseArn;

  @Import @Nonnull String databaseClass;
  @Import @Nonnull Integer databaseStorageGib;

  /** The parameter group whose changes are reported. Default: all parameter groups. */
  @Import @Nullable Output<String> databaseParameterGroupName;

  /** The subnets for restore testing. Default: those of the default VPC. */
  @Import @Nullable Output<String> databaseSubnetGroupName;

  /** The read replicas of the database. Required with {@link #replicas}. */
  @Import Output<List<String>> replicaIdentifiers = Output.of(List.of());

  @Import Integer replicas;
  @Import @Nonnull Output<String> cacheGroupId;
  @Import @Nonnull Integer cacheNodes;

  /** The region of the stack. Required. */
  public OperationsArgs region(String name) {
    region = name;
    return this;
  }

  /**
   * Tags of every resource; a {@code Name} becomes the prefix of each resource's own, and of the
   * unique names of the dashboard and the restore test.
   */
  public OperationsArgs tags(Map<String, String> stackTags) {
    tags = stackTags;
    return this;
  }

  /** The key that encrypts notifications and backups. Required. */
  public OperationsArgs kmsKeyArn(Output<String> arn) {
    kmsKeyArn = arn;
    return this;
  }

  /** The load balancer, its target group and its certificate. Required. */
  public OperationsArgs loadBalancer(LoadBalancerTargets targets) {
    loadBalancerArnSuffix = targets.loadBalancerArnSuffix();
    targetGroupArnSuffix = targets.targetGroupArnSuffix();
    certificateArn = targets.certificateArn();
    return this;
  }

  /**
   * Remaining days at which the certificate alarm starts: less than at a healthy renewal. Default
   * 19, 10 % of the life of a certificate that ACM issues in 2026.
   */
  public OperationsArgs certificateAlarmDays(int days) {
    certificateAlarmDays = days;
    return this;
  }

  /** The Auto Scaling group of the web servers. Required. */
  public OperationsArgs webGroupName(Output<String> name) {
    webGroupName = name;
    return this;
  }

  /** Time in seconds that a web server may take to become healthy. Default 900. */
  public OperationsArgs webBootSeconds(int seconds) {
    webBootSeconds = seconds;
    return this;
  }

  /** The DB instances to monitor and to back up. Required. */
  public OperationsArgs database(DatabaseInstances database) {
    databaseIdentifier = database.identifier();
    databaseArn = database.arn();
    replicaIdentifiers = database.readerIdentifiers();
    databaseSubnetGroupName = database.subnetGroupName();
    databaseParameterGroupName = database.parameterGroupName();
    return this;
  }

  /** The DB instance class, such as {@code db.m7g.large}. Required. */
  public OperationsArgs databaseClass(String name) {
    databaseClass = name;
    return this;
  }

  /** The initial storage of the database in GiB. Required. */
  public OperationsArgs databaseStorageGib(int gib) {
    databaseStorageGib = gib;
    return this;
  }

  /** Number of read replicas. Default 0. */
  public OperationsArgs replicas(int count) {
    replicas = count;
    return this;
  }

  /** The replication group of the cache. Required. */
  public OperationsArgs cacheGroupId(Output<String> id) {
    cacheGroupId = id;
    return this;
  }

  /** Number of cache nodes, including the primary. Required. */
  public OperationsArgs cacheNodes(int count) {
    cacheNodes = count;
    return this;
  }

  public List<String> alarmEmails() {
    return alarmEmails == null ? List.of() : alarmEmails;
  }

  public int logRetentionDays() {
    return logRetentionDays == null ? YEAR_DAYS : logRetentionDays;
  }

  public boolean dashboard() {
    return dashboard == null || dashboard;
  }

  public boolean backupVault() {
    return backupVault == null || backupVault;
  }

  public boolean restoreTesting() {
    return restoreTesting != null && restoreTesting;
  }

  public ResilienceTargetsArgs targets() {
    return targets == null ? new ResilienceTargetsArgs() : targets;
  }

  int certificateAlarmDays() {
    return certificateAlarmDays == null ? 19 : certificateAlarmDays;
  }

  int webBootSeconds() {
    return webBootSeconds == null ? 900 : webBootSeconds;
  }

  int replicas() {
    return replicas == null ? 0 : replicas;
  }

  @Override
  public List<Problem> problems() {
    return Rule.check(OperationsRules.ALL, this);
  }

  @Override
  public List<Relaxation> relaxations() {
    return Relaxation.of(OperationsRelaxations.ALL, this);
  }
}
