package dev.mainstay.posture.rds;

import static dev.mainstay.posture.model.Judge.isTrue;
import static dev.mainstay.posture.model.Judge.present;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Judge;
import java.util.List;

/**
 * Whether storage is encrypted: by a database's own word, or by that of the database, cluster or
 * snapshot it is made from.
 */
final class Encryption {
  /**
   * Where the data comes from; RDS then ignores, or overrides, what the copy says of encryption.
   */
  private static final List<String> SOURCES =
      List.of("replicateSourceDb", "replicationSourceIdentifier", "globalClusterIdentifier");

  private static final List<String> BACKUPS =
      List.of("snapshotIdentifier", "restoreToPointInTime", "s3Import");

  private Encryption() {}

  static Answer isOn(ResourceGraph graph, ResourceNode database) {
    Answer own = isTrue("storageEncrypted").of(graph, database);
    if (own == Answer.YES) {
      return Answer.YES;
    }
    for (String path : SOURCES) {
      if (database.input(path).isPresent()) {
        // A copy in another region has a key of that region, or is not encrypted.
        if (present("kmsKeyId").of(graph, database) == Answer.YES) {
          return Answer.YES;
        }
        List<ResourceNode> sources = graph.referenced(database, path);
        return sources.isEmpty()
            ? Answer.UNKNOWN
            : Answer.all(sources.stream().map(source -> isOn(graph, source)));
      }
    }
    boolean silent = database.input("storageEncrypted").isEmpty();
    boolean serverless = database.text("engineMode", "").equals("serverless");
    return silent && (serverless || isFromBackup(database)) ? inherited(serverless) : own;
  }

  /** Aurora Serverless v1 is always encrypted; a backup's encryption is not in the graph. */
  private static Answer inherited(boolean serverless) {
    return serverless ? Answer.YES : Answer.UNKNOWN;
  }

  /** A key of one's own; where the encryption is inherited, so is the key. */
  static Judge hasKey() {
    return (graph, database) ->
        isFromBackup(database) && database.input("kmsKeyId").isEmpty()
            ? Answer.UNKNOWN
            : present("kmsKeyId").of(graph, database);
  }

  private static boolean isFromBackup(ResourceNode database) {
    return BACKUPS.stream().anyMatch(path -> database.input(path).isPresent());
  }

  /** It takes encryption and key from where its data comes. */
  static Judge isInherited() {
    return Judge.any(SOURCES.stream().map(Judge::present).toArray(Judge[]::new));
  }
}
