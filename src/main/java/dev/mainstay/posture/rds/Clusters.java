package dev.mainstay.posture.rds;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Judge;
import dev.mainstay.posture.model.Types;
import java.util.List;

/** Aurora clusters, Multi-AZ DB clusters, and their instances. */
final class Clusters {
  /** Its storage and its instances are those of Aurora. */
  static final Judge IS_AURORA =
      Judge.given("engine", engine -> engine.toString().startsWith("aurora"));

  /** It takes its data, its master user and its encryption from another cluster. */
  static final Judge IS_SECONDARY = Judge.present("replicationSourceIdentifier");

  private Clusters() {}

  static List<ResourceNode> instances(ResourceGraph graph, ResourceNode cluster) {
    return Types.CLUSTER_INSTANCE.stream()
        .flatMap(type -> graph.referring(type, "clusterIdentifier", cluster).stream())
        .toList();
  }

  /** What {@code judge} says of the instance, or of its cluster, which may say it for all. */
  static Judge orItsCluster(Judge judge) {
    return (graph, instance) -> {
      List<ResourceNode> clusters = graph.referenced(instance, "clusterIdentifier");
      return Answer.any(
          judge.of(graph, instance),
          Answer.any(clusters.stream().map(cluster -> judge.of(graph, cluster))));
    };
  }

  /**
   * A Multi-AZ DB cluster has an instance in each of three zones. The instances of Aurora stand
   * where they say; where two of them do not, RDS may put them into one zone.
   */
  static Answer spansZones(ResourceGraph graph, ResourceNode cluster) {
    if (IS_AURORA.of(graph, cluster) == Answer.NO) {
      return Judge.present("dbClusterInstanceClass").of(graph, cluster);
    }
    List<ResourceNode> instances = instances(graph, cluster);
    List<String> zones =
        instances.stream()
            .map(instance -> instance.text("availabilityZone", Judge.NOT_YET_KNOWN))
            .distinct()
            .toList();
    if (zones.stream().filter(zone -> !zone.equals(Judge.NOT_YET_KNOWN)).count() > 1) {
      return Answer.YES;
    }
    boolean oneZone = instances.size() == 1 || (zones.size() == 1 && !isNotTold(zones.get(0)));
    return oneZone ? Answer.NO : Answer.UNKNOWN;
  }

  private static boolean isNotTold(String zone) {
    return zone.equals(Judge.NOT_YET_KNOWN);
  }
}
