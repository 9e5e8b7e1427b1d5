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
import java.util.function.BiFunction;
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
              ofPrimary(
                      "events of instances notify somebody",
                      subscribed("db-instance", (graph, database) -> List.of(database)))
                  .waivedBy("operations.alarmEmails"),
              ofPrimary(
                      "events of parameter groups notify somebody",
                      subscribed(
                          "db-parameter-group",
                          (graph, database) -> graph.referenced(database, "parameterGroupName")))
                  .waivedBy("operations.alarmEmails")));

  private DatabaseCareControls() {}

  /** A replica can be made again from its source. */
  private static Requirement ofPrimary(String wanted, Judge judge) {
    return Requirement.of(Types.DATABASE, wanted, judge).where(not(DatabaseControls.isReplica()));
  }

  private static Answer isSelected(ResourceGraph graph, ResourceNode database) {
    return Answer.any(
        graph.all(SELECTION).stream().map(selection -> selects(graph, selection, database)));
  }

  private static Answer selects(
      ResourceGraph graph, ResourceNode selection, ResourceNode database) {
    if (selection.referencesAt("notResources").contains(database.urn())) {
      return Answer.NO;
    }
    if (selection.referencesAt("resources").contains(database.urn())) {
      return Answer.YES;
    }
    // Patterns of names, and conditions on tags, may or may not match.
    boolean mayMatch =
        selection.text("resources", "").contains("*")
            || Judge.hasUntold(selection, "resources")
            || selection.input("conditions").isPresent();
    return Answer.any(
        Stream.concat(
            Judge.elements(selection, "selectionTags").stream()
                .map(tag -> isTagged(database, tag).of(graph, selection)),
            Stream.of(mayMatch ? Answer.UNKNOWN : Answer.NO)));
  }

  private static Judge isTagged(ResourceNode database, String tag) {
    return (graph, selection) -> {
      String key = selection.text(tag + ".key", Judge.NOT_YET_KNOWN);
      if (key.equals(Judge.NOT_YET_KNOWN)
          || !(database.input("tags").orElse(Map.of()) instanceof Map<?, ?> tags)) {
        return Answer.UNKNOWN;
      }
      return Judge.given(tag + ".value", value -> value.equals(tags.get(key))).of(graph, selection);
    };
  }

  /** Events of {@code source}, of those that {@code subjects} finds for a database. */
  private static Judge subscribed(
      String source, BiFunction<ResourceGraph, ResourceNode, List<ResourceNode>> subjects) {
    return (graph, database) ->
        Answer.any(
            graph.all(EVENTS).stream()
                .map(
                    each ->
                        all(
                                // Without a type, it is for all of them.
                                ifGiven("sourceType", oneOf("sourceType", source), Answer.YES),
                                notFalse("enabled"),
                                concerns(subjects.apply(graph, database)))
                            .of(graph, each)));
  }

  /** The subscription is for all of its type, or names one of {@code subjects}. */
  private static Judge concerns(List<ResourceNode> subjects) {
    return (graph, subscription) -> {
      List<String> ids = Judge.elements(subscription, "sourceIds");
      return ids.isEmpty()
          ? Answer.YES
          : Answer.any(
              ids.stream()
                  .flatMap(
                      id -> subjects.stream().map(each -> names(graph, subscription, id, each))));
    };
  }

  private static Answer names(
      ResourceGraph graph, ResourceNode subscription, String path, ResourceNode subject) {
    List<ResourceNode> named = graph.referenced(subscription, path);
    if (!named.isEmpty()) {
      return Answer.of(named.contains(subject));
    }
    String id = subject.text("identifier", subject.text("name", Judge.NOT_YET_KNOWN));
    return id.equals(Judge.NOT_YET_KNOWN)
        ? Answer.UNKNOWN
        : Judge.oneOf(path, id).of(graph, subscription);
  }
}
