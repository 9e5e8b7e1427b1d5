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
 * How the stack is kept running: alarms and database events that tell people, a dashboard, and
 * backups in a vault of their own.
 *
 * <p>Nothing else waits for it: it hangs beside what it watches.
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

  /** Where alarms and events go; once they may. */
  public Output<String> topicArn() {
    return topicArn;
  }

  /** The address of the dashboard; null if there is none. */
  public Output<String> dashboardUrl() {
    return dashboardUrl;
  }

  /** The vault of the database's backups; null if there is none. */
  public Output<String> backupVaultName() {
    return backupVaultName;
  }
}
