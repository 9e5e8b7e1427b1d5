package dev.mainstay.posture.rds;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Judge;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whether AWS Backup is told to look after a database: by its name, by a pattern or by its tags.
 */
public final class BackupSelections {
  private static final String SELECTION = "aws:backup/selection:Selection";

  private BackupSelections() {}

  static Answer select(ResourceGraph graph, ResourceNode database) {
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
}
