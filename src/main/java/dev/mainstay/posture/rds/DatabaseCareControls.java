package dev.mainstay.posture.rds;

import static dev.mainstay.posture.model.Control.ids;
import static dev.mainstay.posture.model.Judge.all;
import static dev.mainstay.posture.model.Judge.atLeast;
import static dev.mainstay.posture.model.Judge.ifGiven;
import static dev.mainstay.posture.model.Judge.isTrue;
import static dev.mainstay.posture.model.Judge.not;
import static dev.mainstay.posture.model.Judge.notFalse;
import static dev.mainstay.posture.model.Judge.notTrue;
import static dev.mainstay.posture.model.Judge.oneOf;
import static dev.mainstay.posture.model.Judge.present;

import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Control;
import dev.mainstay.posture.model.Judge;
import dev.mainstay.posture.model.Requirement;
import dev.mainstay.posture.model.Types;
import java.util.List;

/** Controls of what keeps a database and its data there. */
public final class DatabaseCareControls {
  private static final int BACKUP_DAYS = 7;

  public static final List<Control> ALL =
      List.of(
          new Control(
              "RDS Multi-AZ",
              ids("RDS.5", 157),
              ofPrimary("multiAz is true", isTrue("multiAz")).waivedBy("database.multiAz")),
          new Control(
              "Deletion guard",
              ids("RDS.8", 293),
              ofPrimary("deletionProtection is true", isTrue("deletionProtection"))
                  .waivedBy("database.deletionProtection"),
              ofPrimary("Pulumi protects it", (graph, node) -> Answer.of(node.protect()))
                  .waivedBy("database.deletionProtection"),
              ofPrimary("skipFinalSnapshot is false", notTrue("skipFinalSnapshot"))
                  .waivedBy("database.finalSnapshot")),
          new Control(
              "Backups",
              ids("RDS.11", 133),
              ofPrimary(
                      "backupRetentionPeriod is %d or more".formatted(BACKUP_DAYS),
                      atLeast("backupRetentionPeriod", BACKUP_DAYS))
                  .waivedBy("database.backupRetentionDays")),
          new Control(
              "Backup plan",
              ids("RDS.26"),
              ofPrimary("AWS Backup selects it", BackupSelections::select)
                  .waivedBy("operations.backupVault")),
          new Control(
              "RDS monitoring",
              ids("RDS.6", 118, 353, 354),
              Requirement.of(
                      Types.DATABASE,
                      "monitoringInterval is 1 to 60, with a role",
                      all(
                          oneOf("monitoringInterval", "1", "5", "10", "15", "30", "60"),
                          present("monitoringRoleArn")))
                  .waivedBy("database.monitoringIntervalSeconds"),
              Requirement.of(
                      Types.DATABASE,
                      "performanceInsightsEnabled is true, with a key",
                      all(
                          isTrue("performanceInsightsEnabled"),
                          present("performanceInsightsKmsKeyId")))
                  .waivedBy("database.databaseInsights")),
          new Control(
              "Minor upgrades, tags, CA",
              ids("RDS.13", "RDS.17", 226, "CKV2_AWS_60", 211),
              Requirement.of(
                  Types.DATABASE,
                  "autoMinorVersionUpgrade is true",
                  notFalse("autoMinorVersionUpgrade")),
              Requirement.of(
                  Types.DATABASE, "copyTagsToSnapshot is true", isTrue("copyTagsToSnapshot")),
              Requirement.of(
                  Types.DATABASE,
                  "caCertIdentifier is a current one",
                  ifGiven(
                      "caCertIdentifier",
                      oneOf(
                          "caCertIdentifier",
                          "rds-ca-rsa2048-g1",
                          "rds-ca-rsa4096-g1",
                          "rds-ca-ecc384-g1"),
                      Answer.UNKNOWN))),
          new Control(
              "Events",
              ids("RDS.20", "RDS.21", "RDS.22"),
              ofPrimary(
                      "events of instances notify somebody",
                      EventSubscriptions.tellOf(
                          "db-instance", (graph, database) -> List.of(database)))
                  .waivedBy("operations.alarmEmails"),
              ofPrimary(
                      "events of parameter groups notify somebody",
                      EventSubscriptions.tellOf(
                          "db-parameter-group",
                          (graph, database) -> graph.referenced(database, "parameterGroupName")))
                  .waivedBy("operations.alarmEmails")));

  private DatabaseCareControls() {}

  /** A replica can be made again from its source. */
  private static Requirement ofPrimary(String wanted, Judge judge) {
    return Requirement.of(Types.DATABASE, wanted, judge).where(not(DatabaseControls.isReplica()));
  }
}
