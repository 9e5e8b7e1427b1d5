package dev.mainstay.posture.rds;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Judge;
import dev.mainstay.posture.model.Types;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Whether a plan of AWS Backup selects a database: by its name, by a pattern or by its tags. */
final class BackupSelections {
  private static final String SELECTION = "aws:backup/selection:Selection";
  private static final String PLAN = "aws:backup/plan:Plan";
  private static final String SETTINGS = "aws:backup/regionSettings:RegionSettings";

  /** Every database, or every cluster, of any account and region. */
  private static final Pattern EVERY =
      Pattern.compile("\\*|arn:[^:]*:(\\*|rds:\\*:\\*:(db|cluster):\\*)");

  private BackupSelections() {}

  static Answer select(ResourceGraph graph, ResourceNode database) {
    return Answer.all(
        isOptedIn(graph, database),
        Answer.any(
            graph.all(SELECTION).stream()
                .map(
                    selection ->
                        Answer.all(selects(graph, selection, database), runs(graph, selection)))));
  }

  /** A region can be told to leave a kind of resource out. */
  private static Answer isOptedIn(ResourceGraph graph, ResourceNode database) {
    String kind = Types.DATABASE.contains(database.type()) ? "RDS" : "Aurora";
    return Answer.all(
        graph.all(SETTINGS).stream()
            .map(
                settings ->
                    Judge.notFalse("resourceTypeOptInPreference." + kind).of(graph, settings)));
  }

  /** Its plan has a rule. */
  private static Answer runs(ResourceGraph graph, ResourceNode selection) {
    List<ResourceNode> plans =
        graph.referenced(selection, "planId").stream().filter(each -> each.is(PLAN)).toList();
    return plans.isEmpty()
        ? Answer.UNKNOWN
        : Answer.all(plans.stream().map(plan -> Judge.present("rules").of(graph, plan)));
  }

  private static Answer selects(
      ResourceGraph graph, ResourceNode selection, ResourceNode database) {
    if (selection.referencesAt("notResources").contains(database.urn())) {
      return Answer.NO;
    }
    Answer chosen =
        Answer.any(
            Answer.of(selection.referencesAt("resources").contains(database.urn())),
            Answer.any(
                Judge.elements(selection, "resources").stream()
                    .map(path -> mayMatch(graph, selection, path, database))),
            Answer.any(
                Judge.elements(selection, "selectionTags").stream()
                    .map(tag -> isTagged(database, tag).of(graph, selection))));
    boolean byConditionsAlone =
        selection.input("conditions").isPresent()
            && selection.input("resources").isEmpty()
            && selection.input("selectionTags").isEmpty();
    if (byConditionsAlone) {
      return Answer.UNKNOWN;
    }
    // Conditions and exceptions narrow the choice, in ways that are not followed here.
    boolean narrowed =
        selection.input("conditions").isPresent()
            || !Judge.elements(selection, "notResources").isEmpty();
    return narrowed ? Answer.all(chosen, Answer.UNKNOWN) : chosen;
  }

  /** A pattern of names may match; one that is for all does. */
  private static Answer mayMatch(
      ResourceGraph graph, ResourceNode selection, String path, ResourceNode database) {
    if (!graph.referenced(selection, path).isEmpty()) {
      return Answer.NO;
    }
    String pattern = selection.text(path, Judge.NOT_YET_KNOWN);
    String kind = Types.DATABASE.contains(database.type()) ? ":db:" : ":cluster:";
    if (EVERY.matcher(pattern).matches()) {
      return Answer.of(!pattern.contains(":rds:") || pattern.contains(kind));
    }
    if (pattern.endsWith(kind + identifier(database))) {
      return Answer.YES;
    }
    return isOpen(pattern) ? Answer.UNKNOWN : Answer.NO;
  }

  private static String identifier(ResourceNode database) {
    return database.text("identifier", database.text("clusterIdentifier", Judge.NOT_YET_KNOWN));
  }

  private static boolean isOpen(String pattern) {
    return pattern.contains("*") || pattern.equals(Judge.NOT_YET_KNOWN);
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
}
