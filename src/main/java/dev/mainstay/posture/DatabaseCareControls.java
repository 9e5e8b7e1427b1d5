package dev.mainstay.posture;

import static dev.mainstay.posture.Control.ids;
import static dev.mainstay.posture.Judge.all;
import static dev.mainstay.posture.Judge.atLeast;
import static dev.mainstay.posture.Judge.ifGiven;
import static dev.mainstay.posture.Judge.isTrue;
import static dev.mainstay.posture.Judge.not;
import static dev.mainstay.posture.Judge.notFalse;
import static dev.mainstay.posture.Judge.notTrue;
import static dev.mainstay.posture.Judge.oneOf;
import static dev.mainstay.posture.Judge.present;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Controls of what keeps a database and its data there. */
final class DatabaseCareControls {
  private static final int BACKUP_DAYS = 7;
  private static final String SELECTION = "aws:backup/selection:Selection";
  private static final String EVENTS = "aws:rds/eventSubscription:EventSubscription";

  static final List<Control> ALL =
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
              ofPrimary("AWS Backup selects it", DatabaseCareControls::isSelected)
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
              ofPrimary("events of instances notify somebody", subscribed("db-instance"))
                  .waivedBy("operations.alarmEmails"),
              ofPrimary(
                      "events of parameter groups notify somebody",
                      subscribed("db-parameter-group"))
                  .waivedBy("operations.alarmEmails")));

  private DatabaseCareControls() {}

  /** A replica can be made again from its source. */
  private static Requirement ofPrimary(String wanted, Judge judge) {
    return Requirement.of(Types.DATABASE, wanted, judge).where(not(DatabaseControls.isReplica()));
  }

  private static Answer isSelected(ResourceGraph graph, ResourceNode database) {
    return Answer.any(graph.all(SELECTION).stream().map(selection -> selects(selection, database)));
  }

  private static Answer selects(ResourceNode selection, ResourceNode database) {
    if (selection.referencesAt("resources").contains(database.urn())) {
      return Answer.YES;
    }
    Map<?, ?> tags = (Map<?, ?>) database.input("tags").orElse(Map.of());
    boolean byTag =
        conditions(selection)
            .anyMatch(each -> String.valueOf(tags.get(each.get("key"))).equals(each.get("value")));
    // Patterns of names, and conditions on tags, may or may not match.
    boolean mayMatch =
        selection.text("resources", "").contains("*") || selection.input("conditions").isPresent();
    return byTag ? Answer.YES : mayMatch ? Answer.UNKNOWN : Answer.NO;
  }

  private static Stream<Map<?, ?>> conditions(ResourceNode selection) {
    return selection.input("selectionTags").stream()
        .flatMap(list -> ((List<?>) list).stream())
        .map(each -> (Map<?, ?>) each);
  }

  private static Judge subscribed(String source) {
    return (graph, database) ->
        Answer.of(
            graph.all(EVENTS).stream()
                .anyMatch(
                    each ->
                        // Without a type, it is for all of them.
                        each.text("sourceType", source).equals(source)
                            && notFalse("enabled").of(graph, each) == Answer.YES));
  }
}
