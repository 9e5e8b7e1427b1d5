package dev.mainstay.database;

import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.mainstay.iam.Arn;
import dev.mainstay.iam.PolicyDocument;
import dev.mainstay.iam.ServiceRole;

/** The role with which RDS writes operating system metrics to CloudWatch. */
final class MonitoringRole {
  private static final String SERVICE = "monitoring.rds.amazonaws.com";

  private MonitoringRole() {}

  static Output<String> arn(String database, DatabaseArgs args, CustomResourceOptions child) {
    var role =
        new ServiceRole(
            database + "-monitoring",
            "Lets RDS write operating system metrics to CloudWatch",
            args.kmsKeyArn.applyValue(
                key -> PolicyDocument.trust(SERVICE, Arn.parse(key).account())),
            args.tags,
            child);
    return role.withManagedPolicy("service-role/AmazonRDSEnhancedMonitoringRole", args.kmsKeyArn);
  }
}
