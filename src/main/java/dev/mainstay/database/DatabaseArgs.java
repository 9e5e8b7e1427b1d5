package dev.mainstay.database;

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

/** The database: section {@code mainstay:database}. */
public final class DatabaseArgs extends ResourceArgs implements Section {
  /**
   * PostgreSQL version. A major version alone selects the newest minor version. Default {@code 17}.
   */
  @Import @Nullable public String engineVersion;

  /** Instance class. Default {@code db.t4g.medium}. */
  @Import @Nullable public String instanceClass;

  /** Whether RDS keeps a standby in another zone and fails over to it. Default true. */
  @Import @Nullable public Boolean multiAz;

  /** Storage in GiB, 20 to 65,536; io1 and io2 from 100. RDS cannot shrink it. Default 100. */
  @Import @Nullable public Integer storageGib;

  /** Limit of storage autoscaling, in GiB; 0 turns it off. Default: twice storageGib. */
  @Import @Nullable public Integer maxStorageGib;

  /** {@code gp3} (default), {@code gp2}, {@code io1} or {@code io2}. */
  @Import @Nullable public String storageType;

  /** Provisioned IOPS. Default: 12,000 with gp3 from 400 GiB, otherwise not set. */
  @Import @Nullable public Integer iops;

  /** gp3 throughput in MiB/s, 500 to 4,000. Default: 500 from 400 GiB, otherwise not set. */
  @Import @Nullable public Integer throughputMibps;

  /**
   * DB instance identifier, the first part of the endpoint. Default: project and stack, such as
   * {@code mainstay-prod}.
   */
  @Import @Nullable public String identifier;

  /** Name of an initial database. Default: none, only {@code postgres}. */
  @Import @Nullable public String name;

  /** Name of the master user; applications use another role. Default {@code mainstay}. */
  @Import @Nullable public String username;

  /**
   * Origin of the master password: {@code managed} (default), RDS generates and rotates it; {@code
   * own}, the stack sets it from a secret configuration value. Read replicas and blue/green updates
   * require {@code own}.
   */
  @Import @Nullable public String credentials;

  /** PostgreSQL parameters by name, in the units of PostgreSQL. Default: none. */
  @Import @Nullable public Map<String, String> parameters;

  /** Days of point-in-time recovery, 1 to 35. Default 35. */
  @Import @Nullable public Integer backupRetentionDays;

  /** Daily backup window in UTC, at least 30 minutes. Default {@code 01:00-02:00}. */
  @Import @Nullable public String backupWindow;

  /** Weekly maintenance window in UTC, at least 30 minutes. Default {@code sun:03:30-sun:04:30}. */
  @Import @Nullable public String maintenanceWindow;

  /** Whether AWS and Pulumi refuse to delete the database. Default true. */
  @Import @Nullable public Boolean deletionProtection;

  /** Whether a deletion takes a final snapshot and keeps the backups. Default true. */
  @Import @Nullable public Boolean finalSnapshot;

  /** Number of read replicas, 0 to 15. Default 0. */
  @Import @Nullable public Integer readReplicas;

  /**
   * Snapshot to restore from, with its users and databases; the stack's key encrypts the data. Keep
   * the setting afterwards: removing it replaces the database. Default: none.
   */
  @Import @Nullable public String restoreFromSnapshot;

  /** Interval of Enhanced Monitoring in seconds: 0 (off), 1, 5, 10, 15, 30 or 60. Default 60. */
  @Import @Nullable public Integer monitoringIntervalSeconds;

  /**
   * Database Insights: {@code standard} (default), 7 days; {@code advanced}, 465 days; {@code off}.
   */
  @Import @Nullable public String databaseInsights;

  /** Whether RDS updates a copy and switches over to it (blue/green). Default false. */
  @Import @Nullable public Boolean blueGreenUpdates;

  /** Whether changes with downtime apply at once, not in the maintenance window. Default false. */
  @Import @Nullable public Boolean applyImmediately;

  /** Whether a higher major engineVersion upgrades the database. Default false. */
  @Import @Nullable public Boolean allowMajorVersionUpgrade;

  /** TCP port, 1150 to 65,535. Default 5432. */
  @Import @Nullable public Integer port;

  @Import String region;
  @Import Map<String, String> tags = Map.of();
  @Import @Nonnull Output<List<String>> subnetIds;
  @Import @Nonnull Output<String> securityGroupId;
  @Import @Nonnull Output<String> kmsKeyArn;
  @Import @Nonnull String defaultIdentifier;
  @Import Output<String> password;
  @Import Integer logRetentionDays;

  /** The region, such as {@code eu-central-1}. Without it, its offer is not checked. */
  public DatabaseArgs region(String regionName) {
    region = regionName;
    return this;
  }

  /** Tags of every resource; a {@code Name} becomes the prefix of each resource's own. */
  public DatabaseArgs tags(Map<String, String> stackTags) {
    tags = stackTags;
    return this;
  }

  /** Subnets in at least two zones, without ingress from the internet. Required. */
  public DatabaseArgs subnetIds(Output<List<String>> ids) {
    subnetIds = ids;
    return this;
  }

  /** The security group of the database. Required. */
  public DatabaseArgs securityGroupId(Output<String> id) {
    securityGroupId = id;
    return this;
  }

  /** The key that encrypts data, logs, secrets and insights. Required. */
  public DatabaseArgs kmsKeyArn(Output<String> arn) {
    kmsKeyArn = arn;
    return this;
  }

  /** The identifier if the configuration sets none. Required. */
  public DatabaseArgs defaultIdentifier(String stackIdentifier) {
    defaultIdentifier = stackIdentifier;
    return this;
  }

  /** The master password. Required with {@code credentials: own}, otherwise not used. */
  public DatabaseArgs password(Output<String> masterPassword) {
    password = masterPassword;
    return this;
  }

  /** Retention of the logs, in days. Default 365. */
  public DatabaseArgs logRetentionDays(int days) {
    logRetentionDays = days;
    return this;
  }

  public String engineVersion() {
    return engineVersion == null ? "17" : engineVersion;
  }

  public String instanceClass() {
    return instanceClass == null ? "db.t4g.medium" : instanceClass;
  }

  public boolean multiAz() {
    return multiAz == null || multiAz;
  }

  public int storageGib() {
    return storageGib == null ? 100 : storageGib;
  }

  public int maxStorageGib() {
    return maxStorageGib == null ? Storage.defaultCeilingGib(storageGib()) : maxStorageGib;
  }

  public String storageType() {
    return storageType == null ? "gp3" : storageType;
  }

  @Nullable
  public Integer iops() {
    return iops == null && Storage.isStriped(this) ? Integer.valueOf(12_000) : iops;
  }

  @Nullable
  public Integer throughputMibps() {
    return throughputMibps == null && Storage.isStriped(this)
        ? Integer.valueOf(500)
        : throughputMibps;
  }

  public String identifier() {
    return identifier == null ? defaultIdentifier : identifier;
  }

  public String username() {
    return username == null ? "mainstay" : username;
  }

  public String credentials() {
    return credentials == null ? "managed" : credentials;
  }

  public Map<String, String> parameters() {
    return parameters == null ? Map.of() : parameters;
  }

  public int backupRetentionDays() {
    return backupRetentionDays == null ? 35 : backupRetentionDays;
  }

  public String backupWindow() {
    return backupWindow == null ? "01:00-02:00" : backupWindow;
  }

  public String maintenanceWindow() {
    return maintenanceWindow == null ? "sun:03:30-sun:04:30" : maintenanceWindow;
  }

  public boolean deletionProtection() {
    return deletionProtection == null || deletionProtection;
  }

  public boolean finalSnapshot() {
    return finalSnapshot == null || finalSnapshot;
  }

  public int readReplicas() {
    return readReplicas == null ? 0 : readReplicas;
  }

  public int monitoringIntervalSeconds() {
    return monitoringIntervalSeconds == null ? 60 : monitoringIntervalSeconds;
  }

  public String databaseInsights() {
    return databaseInsights == null ? "standard" : databaseInsights;
  }

  public boolean blueGreenUpdates() {
    return blueGreenUpdates != null && blueGreenUpdates;
  }

  public boolean applyImmediately() {
    return applyImmediately != null && applyImmediately;
  }

  public boolean allowMajorVersionUpgrade() {
    return allowMajorVersionUpgrade != null && allowMajorVersionUpgrade;
  }

  public int port() {
    return port == null ? 5432 : port;
  }

  int logRetentionDays() {
    return logRetentionDays == null ? 365 : logRetentionDays;
  }

  @Override
  public List<Problem> problems() {
    return Rule.check(DatabaseRules.ALL, this);
  }

  @Override
  public List<Warning> warnings() {
    return Doubt.warnings(DatabaseRules.DOUBTS, this);
  }

  @Override
  public List<Relaxation> relaxations() {
    return Relaxation.of(DatabaseRelaxations.ALL, this);
  }
}
