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
  /** PostgreSQL version. A major version takes the newest minor one. Default {@code 17}. */
  @Import @Nullable public String engineVersion;

  /** Instance class. Default {@code db.t4g.medium}. */
  @Import @Nullable public String instanceClass;

  /** Whether a standby in another zone takes over when the primary fails. Default true. */
  @Import @Nullable public Boolean multiAz;

  /** Storage in GiB: 20 to 65,536, io1 and io2 from 100. It never shrinks. Default 100. */
  @Import @Nullable public Integer storageGib;

  /** How far storage grows by itself, in GiB; 0 for not at all. Default: twice storageGib. */
  @Import @Nullable public Integer maxStorageGib;

  /** {@code gp3} (default), {@code gp2}, {@code io1} or {@code io2}. */
  @Import @Nullable public String storageType;

  /** Provisioned I/O operations a second. Default: 12,000 with gp3 from 400 GiB up, else unset. */
  @Import @Nullable public Integer iops;

  /** gp3 throughput in MiB/s, 500 to 4,000. Default: 500 with gp3 from 400 GiB up, else unset. */
  @Import @Nullable public Integer throughputMibps;

  /** Name of the instance, and first part of its address. Default {@code <project>-<stack>}. */
  @Import @Nullable public String identifier;

  /** Name of a database to create at the start. Default: none but {@code postgres}. */
  @Import @Nullable public String name;

  /** Name of the master user, for administration only. Default {@code mainstay}. */
  @Import @Nullable public String username;

  /**
   * Who makes the master password: {@code managed} (default), RDS, which also rotates it; {@code
   * own}, the stack, from a secret configuration value. Replicas and blue/green updates need own.
   */
  @Import @Nullable public String credentials;

  /** PostgreSQL parameters by name, in the units of PostgreSQL. Default: none of your own. */
  @Import @Nullable public Map<String, String> parameters;

  /** For how many days any second can be restored, 1 to 35. Default 35. */
  @Import @Nullable public Integer backupRetentionDays;

  /** Daily backup window in UTC, 30 minutes or more. Default {@code 01:00-02:00}. */
  @Import @Nullable public String backupWindow;

  /** Weekly maintenance window in UTC, 30 minutes or more. Default {@code sun:03:30-sun:04:30}. */
  @Import @Nullable public String maintenanceWindow;

  /** Whether AWS and Pulumi refuse to delete the database. Default true. */
  @Import @Nullable public Boolean deletionProtection;

  /** Whether a last snapshot is taken, and backups are kept, on deletion. Default true. */
  @Import @Nullable public Boolean finalSnapshot;

  /** Number of read replicas, 0 to 15. Default 0. */
  @Import @Nullable public Integer readReplicas;

  /**
   * Snapshot to start from, encrypted with the stack's key; it brings its user and databases. Leave
   * it here afterwards: to take it away replaces the database. Default: none.
   */
  @Import @Nullable public String restoreFromSnapshot;

  /** Seconds between operating system metrics: 0 (off), 1, 5, 10, 15, 30 or 60. Default 60. */
  @Import @Nullable public Integer monitoringIntervalSeconds;

  /** {@code standard} (default), 7 days; {@code advanced}, 465 days; or {@code off}. */
  @Import @Nullable public String databaseInsights;

  /** Whether updates are made on a copy that then takes over. Default false. */
  @Import @Nullable public Boolean blueGreenUpdates;

  /** Whether changes that interrupt are made at once, not in the window. Default false. */
  @Import @Nullable public Boolean applyImmediately;

  /** Whether a higher major engineVersion is carried out. Default false. */
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

  /** The region, such as {@code eu-central-1}; where it is not set, no class is refused for it. */
  public DatabaseArgs region(String regionName) {
    region = regionName;
    return this;
  }

  /** Tags of every resource; a {@code Name} becomes the prefix of each resource's own. */
  public DatabaseArgs tags(Map<String, String> stackTags) {
    tags = stackTags;
    return this;
  }

  /** Subnets of two zones or more, without a way in from the internet. Required. */
  public DatabaseArgs subnetIds(Output<List<String>> ids) {
    subnetIds = ids;
    return this;
  }

  /** The security group that says who reaches the database. Required. */
  public DatabaseArgs securityGroupId(Output<String> id) {
    securityGroupId = id;
    return this;
  }

  /** The key of everything stored: data, logs, secrets, insights. Required. */
  public DatabaseArgs kmsKeyArn(Output<String> arn) {
    kmsKeyArn = arn;
    return this;
  }

  /** The identifier of a database whose configuration names none. Required. */
  public DatabaseArgs defaultIdentifier(String stackIdentifier) {
    defaultIdentifier = stackIdentifier;
    return this;
  }

  /** The master password. Required with credentials own, else not used. */
  public DatabaseArgs password(Output<String> masterPassword) {
    password = masterPassword;
    return this;
  }

  /** How long logs are kept. Default 365 days. */
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
