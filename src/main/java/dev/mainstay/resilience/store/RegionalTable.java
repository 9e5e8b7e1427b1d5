package dev.mainstay.resilience.store;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.model.DataLoss;
import dev.mainstay.resilience.model.Effect;
import dev.mainstay.resilience.model.Failure;
import dev.mainstay.resilience.model.Interruption;
import dev.mainstay.resilience.model.Outcome;
import dev.mainstay.resilience.model.Verdict;
import dev.mainstay.resilience.network.Topology;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A DynamoDB table: a service of the region, in several zones without being told. */
final class RegionalTable implements Store {
  private final ResourceNode node;
  private final String name;
  private final ResourceGraph graph;
  private final Backups backups;

  private RegionalTable(ResourceNode node, ResourceGraph graph) {
    this.node = node;
    this.name = node.name();
    this.graph = graph;
    this.backups = Backups.byPlan(node, graph);
  }

  static Stream<Store> in(ResourceGraph graph) {
    return graph.all("aws:dynamodb/table:Table").stream()
        .map(node -> new RegionalTable(node, graph));
  }

  @Override
  public ResourceNode node() {
    return node;
  }

  @Override
  public Kind kind() {
    return Kind.REGIONAL;
  }

  @Override
  public List<ResourceNode> parts() {
    return Stream.concat(Stream.of(node), replicas().stream()).toList();
  }

  private List<ResourceNode> replicas() {
    return graph.referring("aws:dynamodb/tableReplica:TableReplica", "globalTableArn", node);
  }

  @Override
  public List<Access> accesses() {
    return List.of();
  }

  @Override
  public Effect normal() {
    return EncryptionKeys.state(node, graph);
  }

  @Override
  public Effect zone(String zone) {
    return Effect.NOTHING;
  }

  @Override
  public Effect regionLost() {
    boolean global = !Topology.elements(node, "replicas").isEmpty() || !replicas().isEmpty();
    return global
        ? Effect.of(
                Outcome.DOWN,
                "Table `%s` has a replica in another region; the most recent writes may be lost."
                    .formatted(name))
            .lasting(Interruption.UNKNOWN)
            .losing(DataLoss.UNKNOWN)
            .touching(node)
        : backups.regionLost();
  }

  @Override
  public List<Verdict> failures() {
    Effect content =
        node.isTrue("pointInTimeRecovery.enabled")
            ? Effect.of(
                    Outcome.DEGRADED,
                    "Point-in-time recovery of `%s` is enabled; a restore is started by hand."
                        .formatted(name))
                .lasting(Interruption.UNKNOWN)
                .losing(DataLoss.UNKNOWN)
            : backups.restore();
    return List.of(content.touching(node).of(new Failure(Failure.Kind.DATABASE_CONTENT, name)));
  }

  @Override
  public Optional<Agreement> agreement() {
    return Optional.of(new Agreement("DynamoDB", "dynamoDb", "any"));
  }
}
