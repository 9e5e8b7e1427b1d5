package dev.mainstay.resilience.store;

import static dev.mainstay.resilience.OtherStacks.database;
import static dev.mainstay.resilience.OtherStacks.twoServers;
import static dev.mainstay.resilience.OtherStacks.why;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.resilience.Mutation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which databases a selection of AWS Backup takes in, and what a plan is good for. */
class BackupSelectionTest {
  private static final String CONTENT = "Data of `db` is lost or corrupted";
  private static final String BACKED_UP =
      "Backup plan `plan` backs up `db`; the age of the newest backup depends on its schedule.";
  private static final String NOT_KNOWN = "Whether backup plan `plan` selects `db` is not known.";
  private static final String NONE = "`db` has no backups (backupRetentionPeriod is 0).";
  private static final List<Map<String, ?>> HOURLY = List.of(Map.of("ruleName", "hourly"));

  private static ResourceGraph selected(
      Map<String, Object> selection, List<Map<String, ?>> rules, Map<String, Object> more) {
    var inputs = new HashMap<String, Object>(more);
    inputs.put("backupRetentionPeriod", 0L);
    inputs.put("tags", Map.of("backup", "yes", "stage", "prod"));
    var by = new HashMap<String, Object>(selection);
    by.put("planId", "@plan");
    return database(twoServers(), inputs)
        .add("aws:backup/plan:Plan", "plan", Map.of("rules", rules))
        .add("aws:backup/selection:Selection", "selection", by)
        .build();
  }

  private static String first(Map<String, Object> selection) {
    return why(selected(selection, HOURLY, Map.of()), CONTENT).get(0);
  }

  private static Map<String, Object> tag(String value) {
    return Map.of("type", "STRINGEQUALS", "key", "backup", "value", value);
  }

  @Test
  void anyTagOfASelectionIsEnough() {
    assertThat(first(Map.of("selectionTags", List.of(tag("no"), tag("yes"))))).isEqualTo(BACKED_UP);
    assertThat(first(Map.of("selectionTags", List.of(tag("no"))))).isEqualTo(NONE);
  }

  @Test
  void aListNamesResourcesOrPatterns() {
    assertThat(first(Map.of("resources", List.of("@db")))).isEqualTo(BACKED_UP);
    assertThat(first(Map.of("resources", List.of("*")))).isEqualTo(BACKED_UP);
    assertThat(first(Map.of("resources", List.of("arn:aws:rds:*:*:db:*")))).isEqualTo(BACKED_UP);
    assertThat(first(Map.of("resources", List.of("arn:aws:rds:*:*:cluster:*")))).isEqualTo(NONE);
    assertThat(first(Map.of("resources", List.of("arn:aws:ec2:*:*:volume/*")))).isEqualTo(NONE);
    assertThat(first(Map.of("resources", List.of("arn:aws:rds:*:*:db:prod-*"))))
        .isEqualTo(NOT_KNOWN);
  }

  @Test
  void whatIsExcludedIsNotSelected() {
    assertThat(first(Map.of("resources", List.of("*"), "notResources", List.of("@db"))))
        .isEqualTo(NONE);
    assertThat(
            first(
                Map.of(
                    "resources", List.of("*"),
                    "notResources", List.of("arn:aws:rds:*:*:db:prod-*"))))
        .isEqualTo(NOT_KNOWN);
  }

  private static Map<String, Object> conditions(Map<String, ?> conditions) {
    return Map.of("resources", List.of("*"), "conditions", List.of(conditions));
  }

  private static List<Map<String, String>> condition(String key, String value) {
    return List.of(Map.of("key", "aws:ResourceTag/" + key, "value", value));
  }

  @Test
  void allConditionsHaveToHold() {
    assertThat(
            first(
                conditions(
                    Map.of(
                        "stringEquals", condition("backup", "yes"),
                        "stringLikes", condition("stage", "pr*")))))
        .isEqualTo(BACKED_UP);
    assertThat(
            first(
                conditions(
                    Map.of(
                        "stringEquals", condition("backup", "yes"),
                        "stringLikes", condition("stage", "de*")))))
        .isEqualTo(NONE);
    assertThat(first(conditions(Map.of("stringNotEquals", condition("stage", "prod")))))
        .isEqualTo(NONE);
    assertThat(first(conditions(Map.of("stringNotLikes", condition("stage", "de*")))))
        .isEqualTo(BACKED_UP);
  }

  @Test
  void aListBesideATagThatDisagreesIsNotUnderstood() {
    assertThat(first(Map.of("resources", List.of("@db"), "selectionTags", List.of(tag("no")))))
        .isEqualTo(NOT_KNOWN);
  }

  @Test
  void aSelectionOfNothingTakesWhatTheAccountHasOptedInFor() {
    assertThat(first(Map.of())).isEqualTo(NOT_KNOWN);
  }

  @Test
  void aPlanWithoutRulesBacksUpNothing() {
    ResourceGraph graph = selected(Map.of("resources", List.of("@db")), List.of(), Map.of());

    assertThat(why(graph, CONTENT)).startsWith("`db` has no backups: plan `plan` has no rules.");
    assertThat(Mutation.summaries(graph)).containsEntry(CONTENT, "DOWN (not known, everything)");
  }

  @Test
  void aCopyToAnotherRegionIsNamed() {
    List<Map<String, ?>> copying =
        List.of(
            Map.of(
                "copyActions",
                List.of(
                    Map.of(
                        "destinationVaultArn", "arn:aws:backup:eu-west-1:1:backup-vault:away"))));

    assertThat(
            why(
                selected(Map.of("resources", List.of("@db")), copying, Map.of()),
                "Region us-east-1 fails"))
        .contains("A backup plan copies `db` to region eu-west-1.");
  }

  @Test
  void aVaultLockIsNamed() {
    ResourceGraph graph =
        database(twoServers(), Map.of("backupRetentionPeriod", 7L))
            .add("aws:backup/vault:Vault", "vault", Map.of())
            .add(
                "aws:backup/vaultLockConfiguration:VaultLockConfiguration",
                "lock",
                Map.of("backupVaultName", "@vault"))
            .add(
                "aws:backup/plan:Plan",
                "plan",
                Map.of("rules", List.of(Map.of("targetVaultName", "@vault"))))
            .add(
                "aws:backup/selection:Selection",
                "selection",
                Map.of("planId", "@plan", "resources", List.of("@db")))
            .build();

    assertThat(why(graph, CONTENT))
        .contains("Vault lock `lock` keeps recovery points from being deleted.");
  }

  private static Map<String, String> deleted(Map<String, Object> more) {
    var inputs = new HashMap<String, Object>(more);
    inputs.put("backupRetentionPeriod", 7L);
    inputs.put("skipFinalSnapshot", true);
    return Mutation.summaries(database(twoServers(), inputs).build());
  }

  @Test
  void automatedBackupsGoWithTheInstanceUnlessToldOtherwise() {
    assertThat(deleted(Map.of())).containsEntry(CONTENT, "DOWN (not known, everything)");
    assertThat(deleted(Map.of("deleteAutomatedBackups", false)))
        .containsEntry(CONTENT, "DEGRADED (not known, up to 300 s)");
    assertThat(deleted(Map.of("deletionProtection", true)))
        .containsEntry(CONTENT, "DEGRADED (not known, up to 300 s)");
  }
}
