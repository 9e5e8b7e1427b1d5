package dev.mainstay.operations;

import com.pulumi.aws.backup.Plan;
import com.pulumi.aws.backup.PlanArgs;
import com.pulumi.aws.backup.Selection;
import com.pulumi.aws.backup.SelectionArgs;
import com.pulumi.aws.backup.Vault;
import com.pulumi.aws.backup.VaultArgs;
import com.pulumi.aws.backup.inputs.PlanRuleArgs;
import com.pulumi.aws.backup.inputs.PlanRuleLifecycleArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.mainstay.config.Tags;
import java.util.List;

/**
 * Snapshots of the database in a separate vault: daily ones for five weeks, monthly ones for a
 * year.
 *
 * <p>Point-in-time recovery still uses the automated backups of RDS. Schedule and retention are
 * this project's own choice.
 */
final class Backups {
  /** In UTC, hours before the default windows of the database. */
  private static final String DAILY = "cron(0 21 * * ? *)";

  private static final int DAILY_KEPT_DAYS = 35;
  private static final String MONTHLY = "cron(0 22 1 * ? *)";
  private static final int MONTHLY_KEPT_DAYS = 365;
  private static final int START_WINDOW_MINUTES = 60;
  private static final int COMPLETION_WINDOW_MINUTES = 360;

  private final String name;
  private final OperationsArgs args;
  private final CustomResourceOptions child;
  private final Vault vault;

  Backups(String operations, OperationsArgs args, CustomResourceOptions child) {
    this.name = operations + "-backup";
    this.args = args;
    this.child = child;
    this.vault =
        new Vault(
            name,
            VaultArgs.builder().kmsKeyArn(args.kmsKeyArn).tags(Tags.named(args.tags, name)).build(),
            child);
  }

  Output<String> vaultName() {
    return vault.name();
  }

  Output<String> vaultArn() {
    return vault.arn();
  }

  void take() {
    var plan =
        new Plan(
            name,
            PlanArgs.builder()
                .rules(
                    rule("daily", DAILY, DAILY_KEPT_DAYS),
                    rule("monthly", MONTHLY, MONTHLY_KEPT_DAYS))
                .tags(Tags.named(args.tags, name))
                .build(),
            child);
    new Selection(
        name,
        SelectionArgs.builder()
            .planId(plan.id())
            .iamRoleArn(BackupRole.arn(name, args, vault.arn(), child))
            .resources(args.databaseArn.applyValue(List::of))
            .build(),
        child);
  }

  void watch(Alarms alarms, Metrics metrics) {
    alarms.watch(
        "backup-failed",
        "A backup to the vault failed",
        metrics.vault("NumberOfBackupJobsFailed", "Sum", vault.name()),
        Threshold.above(0).every(300).silenceIsGood());
  }

  private PlanRuleArgs rule(String rule, String schedule, int keptDays) {
    return PlanRuleArgs.builder()
        .ruleName(rule)
        .targetVaultName(vault.name())
        .schedule(schedule)
        .startWindow(START_WINDOW_MINUTES)
        .completionWindow(COMPLETION_WINDOW_MINUTES)
        .lifecycle(PlanRuleLifecycleArgs.builder().deleteAfter(keptDays).build())
        .recoveryPointTags(Tags.named(args.tags, name + "-" + rule))
        .build();
  }
}
