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

/** Controls that keep a database available and its data recoverable. */
public final class DatabaseCareControls {
  private static final int BACKUP_DAYS = 7;

  private static final Judge CURRENT_CA =
      ifGiven(
          "caCertIdentifier",
          oneOf("caCertIdentifier", "rds-ca-rsa2048-g1", "rds-ca-rsa4096-g1", "rds-ca-ecc384-g1"),
          Answer.UNKNOWN);

  public static final List<Control> ALL =
      List.of(
          new Control(
              "RDS Multi-AZ",
              ids("RDS.5", "RDS.15", 157),
              ofPrimary("multiAz is true", isTrue("multiAz")).waivedBy("database.multiAz"),
              ofCluster("its instances are in two zones or more", Clusters::spansZones)
                  .waivedBy("database.multiAz")),
          new Control(
              "Deletion guard",
              ids("RDS.7", "RDS.8", 293, 139),
              ofStorage("deletionProtection is true", isTrue("deletionProtection"))
                  .waivedBy("database.deletionProtection"),
              ofStorage("skipFinalSnapshot is false", notTrue("skipFinalSnapshot"))
                  .waivedBy("database.finalSnapshot")),
          new Control(
              "Backups",
              ids("RDS.11", 133),
              ofStorage(
                      "backupRetentionPeriod is %d or more".formatted(BACKUP_DAYS),
                      atLeast("backupRetentionPeriod", BACKUP_DAYS))
                  .waivedBy("database.backupRetentionDays")),
          new Control(
              "Backup plan",
              ids("RDS.26"),
              ofStorage("AWS Backup selects it", BackupSelections::select)
                  .waivedBy("operations.backupVault")),
          new Control(
              "RDS monitoring",
              ids("RDS.6", 118, 353, 354),
              ofServer(
                      "monitoringInterval is 1 to 60, with a role",
                      all(
                          oneOf("monitoringInterval", "1", "5", "10", "15", "30", "60"),
                          present("monitoringRoleArn")))
                  .waivedBy("database.monitoringIntervalSeconds"),
              ofServer(
                      "performanceInsightsEnabled is true, with a key",
                      all(
                          isTrue("performanceInsightsEnabled"),
                          present("performanceInsightsKmsKeyId")))
                  .waivedBy("database.databaseInsights")),
          new Control(
              "Minor upgrades, tags, CA",
              ids("RDS.13", "RDS.16", "RDS.17", "RDS.35", 226, "CKV2_AWS_60", 211),
              Requirement.of(
                  Types.DATABASE_SERVER,
                  "autoMinorVersionUpgrade is true",
                  notFalse("autoMinorVersionUpgrade")),
              // The snapshots of Aurora are its cluster's.
              Requirement.of(
                  Types.DATABASE_STORAGE,
                  "copyTagsToSnapshot is true",
                  isTrue("copyTagsToSnapshot")),
              Requirement.of(
                  Types.DATABASE_SERVER, "caCertIdentifier is a current one", CURRENT_CA)),
          new Control(
              "Events",
              ids("RDS.19", "RDS.20", "RDS.21"),
              ofPrimary(
                      "events of instances notify somebody",
                      EventSubscriptions.notifyOf(
                          "db-instance",
                          List.of("maintenance", "configuration change", "failure"),
                          (graph, database) -> List.of(database)))
                  .waivedBy("operations.alarmEmails"),
              ofPrimary(
                      "events of parameter groups notify somebody",
                      EventSubscriptions.notifyOf(
                          "db-parameter-group",
                          List.of("configuration change"),
                          (graph, database) -> graph.referenced(database, "parameterGroupName")))
                  .waivedBy("operations.alarmEmails"),
              ofCluster(
                      "events of clusters notify somebody",
                      EventSubscriptions.notifyOf(
                          "db-cluster",
                          List.of("maintenance", "failure"),
                          (graph, cluster) -> List.of(cluster)))
                  .waivedBy("operations.alarmEmails")));

  private DatabaseCareControls() {}

  /** A replica can be made again from its source. */
  private static Requirement ofPrimary(String wanted, Judge judge) {
    return Requirement.of(Types.DATABASE, wanted, judge).where(not(DatabaseControls.isReplica()));
  }

  private static Requirement ofCluster(String wanted, Judge judge) {
    return Requirement.of(Types.DATABASE_CLUSTER, wanted, judge);
  }

  private static Requirement ofStorage(String wanted, Judge judge) {
    return Requirement.of(Types.DATABASE_STORAGE, wanted, judge)
        .where(not(DatabaseControls.isReplica()));
  }

  private static Requirement ofServer(String wanted, Judge judge) {
    return Requirement.of(Types.DATABASE_SERVER, wanted, Clusters.orItsCluster(judge));
  }
}
