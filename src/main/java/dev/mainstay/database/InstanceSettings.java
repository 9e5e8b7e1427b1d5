package dev.mainstay.database;

import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.InstanceArgs;
import com.pulumi.aws.rds.ParameterGroup;
import com.pulumi.aws.rds.SubnetGroup;
import com.pulumi.aws.rds.inputs.InstanceBlueGreenUpdateArgs;
import com.pulumi.core.Output;
import dev.mainstay.config.Tags;
import java.util.List;
import javax.annotation.Nullable;

/** The settings of the primary and of its read replicas. */
final class InstanceSettings {
  private final DatabaseArgs args;
  private final ParameterGroup parameters;
  @Nullable private final Output<String> monitoringRoleArn;

  InstanceSettings(
      DatabaseArgs args, ParameterGroup parameters, @Nullable Output<String> monitoringRoleArn) {
    this.args = args;
    this.parameters = parameters;
    this.monitoringRoleArn = monitoringRoleArn;
  }

  InstanceArgs primary(String name, SubnetGroup subnets) {
    var instance =
        common(name, args.identifier())
            .engine("postgres")
            .engineVersion(args.engineVersion())
            .allowMajorVersionUpgrade(args.allowMajorVersionUpgrade())
            .dbSubnetGroupName(subnets.name())
            .multiAz(args.multiAz())
            .allocatedStorage(args.storageGib())
            .kmsKeyId(args.kmsKeyArn)
            .backupRetentionPeriod(args.backupRetentionDays())
            .backupWindow(args.backupWindow())
            .deleteAutomatedBackups(!args.finalSnapshot())
            .deletionProtection(args.deletionProtection())
            .skipFinalSnapshot(!args.finalSnapshot())
            .finalSnapshotIdentifier(finalSnapshot(subnets));
    if (args.blueGreenUpdates()) {
      instance.blueGreenUpdate(InstanceBlueGreenUpdateArgs.builder().enabled(true).build());
    }
    content(instance);
    credentials(instance);
    return instance.build();
  }

  /**
   * A replica can be recreated, so it has no deletion protection and no final snapshot. RDS takes
   * the subnets and the key from the source and accepts neither here.
   */
  InstanceArgs replica(String name, String identifier, Instance source) {
    return common(name, identifier)
        .replicateSourceDb(source.identifier())
        .multiAz(false)
        .deletionProtection(false)
        .skipFinalSnapshot(true)
        .build();
  }

  private InstanceArgs.Builder common(String name, String identifier) {
    var instance =
        InstanceArgs.builder()
            .identifier(identifier)
            .instanceClass(args.instanceClass())
            .storageType(args.storageType())
            .iops(Output.ofNullable(args.iops()))
            .storageThroughput(Output.ofNullable(args.throughputMibps()))
            .maxAllocatedStorage(args.maxStorageGib())
            .storageEncrypted(true)
            .parameterGroupName(parameters.name())
            .vpcSecurityGroupIds(args.securityGroupId.applyValue(List::of))
            .publiclyAccessible(false)
            .port(args.port())
            .caCertIdentifier("rds-ca-rsa2048-g1")
            .iamDatabaseAuthenticationEnabled(true)
            .enabledCloudwatchLogsExports(DatabaseLogs.EXPORTS)
            .monitoringInterval(args.monitoringIntervalSeconds())
            .monitoringRoleArn(monitoringRoleArn)
            .maintenanceWindow(args.maintenanceWindow())
            .autoMinorVersionUpgrade(true)
            .applyImmediately(args.applyImmediately())
            .copyTagsToSnapshot(true)
            .tags(Tags.named(args.tags, name));
    insights(instance);
    return instance;
  }

  private void insights(InstanceArgs.Builder instance) {
    boolean enabled = !args.databaseInsights().equals("off");
    instance.performanceInsightsEnabled(enabled);
    if (enabled) {
      boolean advanced = args.databaseInsights().equals("advanced");
      instance
          .databaseInsightsMode(args.databaseInsights())
          .performanceInsightsRetentionPeriod(advanced ? 465 : 7)
          .performanceInsightsKmsKeyId(args.kmsKeyArn);
    }
  }

  /** A snapshot contains its users and databases; other names would replace the instance. */
  private void content(InstanceArgs.Builder instance) {
    if (args.restoreFromSnapshot == null) {
      instance.username(args.username()).dbName(Output.ofNullable(args.name));
    } else {
      instance.snapshotIdentifier(args.restoreFromSnapshot);
    }
  }

  private void credentials(InstanceArgs.Builder instance) {
    if (args.credentials().equals("own")) {
      instance.password(args.password.asSecret());
    } else {
      instance.manageMasterUserPassword(true).masterUserSecretKmsKeyId(args.kmsKeyArn);
    }
  }

  /**
   * The name of a final snapshot must be unused. The suffix of the auto-named subnet group makes it
   * differ from that of the next database with the same identifier.
   */
  private Output<String> finalSnapshot(SubnetGroup subnets) {
    return subnets
        .id()
        .applyValue(
            group ->
                "%s-final-%s"
                    .formatted(args.identifier(), group.substring(group.lastIndexOf('-') + 1)));
  }
}
