package dev.mainstay.operations;

import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.mainstay.iam.Arn;
import dev.mainstay.iam.PolicyDocument;
import dev.mainstay.iam.PolicyDocument.Statement;
import dev.mainstay.iam.ServiceRole;

/**
 * The role with which AWS Backup creates and expires snapshots of one database: the RDS permissions
 * of <a
 * href="https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSBackupServiceRolePolicyForBackup.html">its
 * managed policy</a>, limited to this database, vault and key.
 */
final class BackupRole {
  static final String SERVICE = "backup.amazonaws.com";

  private BackupRole() {}

  static Output<String> arn(
      String name, OperationsArgs args, Output<String> vaultArn, CustomResourceOptions child) {
    var role =
        new ServiceRole(
            name,
            "Lets AWS Backup take snapshots of the database",
            Output.of(PolicyDocument.trust(SERVICE)),
            args.tags,
            child);
    return role.withPolicy(
        Output.tuple(args.databaseArn, vaultArn, args.kmsKeyArn)
            .applyValue(arns -> policy(arns.t1, arns.t2, arns.t3)));
  }

  private static String policy(String databaseArn, String vaultArn, String keyArn) {
    Arn key = Arn.parse(keyArn);
    String own = "arn:%s:rds:%s:%s".formatted(key.partition(), key.region(), key.account());
    String snapshots = own + ":snapshot:awsbackup:*";
    return PolicyDocument.of(
        Statement.allow("rds:DescribeDBInstances", "rds:DescribeDBSnapshots")
            .on(own + ":db:*", own + ":snapshot:*"),
        Statement.allow("rds:CreateDBSnapshot", "rds:AddTagsToResource", "rds:ListTagsForResource")
            .on(databaseArn, snapshots),
        Statement.allow("rds:DeleteDBSnapshot", "rds:ModifyDBSnapshotAttribute").on(snapshots),
        Statement.allow("backup:DescribeBackupVault", "backup:CopyIntoBackupVault").on(vaultArn),
        Statement.allow("tag:GetResources").on("*"),
        Statement.allow("kms:DescribeKey").on(keyArn),
        Statement.allow("kms:CreateGrant")
            .on(keyArn)
            .when("Bool", "kms:GrantIsForAWSResource", "true"));
  }
}
