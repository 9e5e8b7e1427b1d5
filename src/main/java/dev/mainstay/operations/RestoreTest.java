package dev.mainstay.operations;

import com.pulumi.aws.backup.RestoreTestingPlan;
import com.pulumi.aws.backup.RestoreTestingPlanArgs;
import com.pulumi.aws.backup.RestoreTestingSelection;
import com.pulumi.aws.backup.RestoreTestingSelectionArgs;
import com.pulumi.aws.backup.inputs.RestoreTestingPlanRecoveryPointSelectionArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.mainstay.config.Tags;
import dev.mainstay.iam.PolicyDocument;
import dev.mainstay.iam.ServiceRole;
import java.util.List;
import java.util.Map;

/**
 * Restores the newest backup once a month to a database that AWS Backup then deletes:
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing.html
 */
final class RestoreTest {
  private static final String MONTHLY = "cron(0 6 2 * ? *)";
  private static final int NEWEST_OF_DAYS = 7;

  private RestoreTest() {}

  static void of(
      String operations,
      OperationsArgs args,
      Output<String> vaultArn,
      CustomResourceOptions child) {
    String name = operations + "-restore";
    Map<String, String> tags = Tags.named(args.tags, name);
    var plan =
        new RestoreTestingPlan(
            name,
            RestoreTestingPlanArgs.builder()
                .name(physicalName(tags))
                .scheduleExpression(MONTHLY)
                .recoveryPointSelection(
                    RestoreTestingPlanRecoveryPointSelectionArgs.builder()
                        .algorithm("LATEST_WITHIN_WINDOW")
                        .includeVaults(vaultArn.applyValue(List::of))
                        .recoveryPointTypes("SNAPSHOT")
                        .selectionWindowDays(NEWEST_OF_DAYS)
                        .build())
                .tags(tags)
                .build(),
            child);
    var selection =
        RestoreTestingSelectionArgs.builder()
            .name("database")
            .restoreTestingPlanName(plan.name())
            .iamRoleArn(roleArn(name, args, child))
            .protectedResourceType("RDS")
            .protectedResourceArns(args.databaseArn.applyValue(List::of));
    if (args.databaseSubnetGroupName != null) {
      selection.restoreMetadataOverrides(
          args.databaseSubnetGroupName.applyValue(group -> Map.of("dbSubnetGroupName", group)));
    }
    new RestoreTestingSelection(name, selection.build(), child);
  }

  /** The name of a plan allows no hyphens, and Pulumi does not auto-name it. */
  private static String physicalName(Map<String, String> tags) {
    return tags.get("Name").replaceAll("[^A-Za-z0-9]", "_");
  }

  private static Output<String> roleArn(
      String name, OperationsArgs args, CustomResourceOptions child) {
    var role =
        new ServiceRole(
            name,
            "Lets AWS Backup restore the database to test its backups",
            Output.of(PolicyDocument.trust(BackupRole.SERVICE)),
            args.tags,
            child);
    return role.withManagedPolicy(
        "service-role/AWSBackupServiceRolePolicyForRestores", args.kmsKeyArn);
  }
}
