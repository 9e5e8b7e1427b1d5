package dev.mainstay.operations;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.mainstay.config.Refusal;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * The operation of a stack: alarms and database events with email notifications, a dashboard, and
 * backups in a separate vault.
 *
 * <p>No other component waits for it.
 */
public final class Operations extends ComponentResource {
  @Export(refs = String.class, tree = "[0]")
  private final Output<String> topicArn;

  @Export(refs = String.class, tree = "[0]")
  @Nullable
  private final Output<String> dashboardUrl;

  @Export(refs = String.class, tree = "[0]")
  @Nullable
  private final Output<String> backupVaultName;

  public Operations(String name, OperationsArgs args, @Nullable ComponentResourceOptions options) {
    super("mainstay:index:Operations", Refusal.unlessSound(name, args), options);
    var child = CustomResourceOptions.builder().parent(this).build();

    topicArn = AlarmTopic.arnOncePublishable(name, args, child);
    DatabaseEvents.of(name, args, topicArn, child);

    var metrics = new Metrics(args);
    var alarms = new Alarms(name, args, topicArn, child);
    EdgeAlarms.of(alarms, metrics, args);
    FleetAlarms.of(alarms, metrics, args);
    DatabaseAlarms.of(alarms, metrics, args);
    CacheAlarms.of(alarms, metrics, args);

    if (args.backupVault()) {
      var backups = new Backups(name, args, child);
      backups.take();
      backups.watch(alarms, metrics);
      if (args.restoreTesting()) {
        RestoreTest.of(name, args, backups.vaultArn(), child);
      }
      backupVaultName = backups.vaultName();
    } else {
      backupVaultName = Output.ofNullable(null);
    }
    if (args.monthlyBudgetUsd != null) {
      MonthlyBudget.of(name, args, topicArn, child);
    }
    dashboardUrl =
        args.dashboard()
            ? OperationsDashboard.url(name, args, metrics, alarms.arns(), child)
            : Output.ofNullable(null);

    registerOutputs(
        Map.of(
            "topicArn", topicArn,
            "dashboardUrl", dashboardUrl,
            "backupVaultName", backupVaultName));
  }

  /** The topic of alarms and events. Resolves once they may publish. */
  public Output<String> topicArn() {
    return topicArn;
  }

  /** The URL of the dashboard; null without a dashboard. */
  public Output<String> dashboardUrl() {
    return dashboardUrl;
  }

  /** The vault of the database's backups; null without a vault. */
  public Output<String> backupVaultName() {
    return backupVaultName;
  }
}
