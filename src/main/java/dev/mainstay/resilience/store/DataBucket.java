package dev.mainstay.resilience.store;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.model.DataLoss;
import dev.mainstay.resilience.model.Effect;
import dev.mainstay.resilience.model.Interruption;
import dev.mainstay.resilience.model.Outcome;
import dev.mainstay.resilience.model.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An S3 bucket that something in the stack is given access to. S3 keeps objects in several zones; a
 * bucket that only takes logs holds no data of the service.
 */
final class DataBucket implements Store {
  private static final Set<String> TYPES =
      Set.of("aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2");

  private final ResourceNode node;
  private final ResourceGraph graph;
  private final Backups backups;

  private DataBucket(ResourceNode node, ResourceGraph graph) {
    this.node = node;
    this.graph = graph;
    this.backups = Backups.byPlan(node, graph);
  }

  static Stream<Store> in(ResourceGraph graph) {
    List<ResourceNode> buckets =
        graph.resources().stream().filter(node -> TYPES.contains(node.type())).toList();
    Set<String> used = usedBy(graph);
    return buckets.stream()
        .filter(bucket -> used.contains(bucket.urn()))
        .map(bucket -> new DataBucket(bucket, graph));
  }

  /** What others than the settings of buckets name, and not as a place for logs. */
  private static Set<String> usedBy(ResourceGraph graph) {
    return graph.resources().stream()
        .filter(node -> !node.type().startsWith("aws:s3/"))
        .flatMap(node -> node.references().stream())
        .filter(reference -> !reference.path().toLowerCase(Locale.ROOT).contains("log"))
        .map(ResourceNode.Reference::urn)
        .collect(Collectors.toSet());
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
    return List.of(node);
  }

  @Override
  public List<Access> accesses() {
    return List.of();
  }

  @Override
  public Effect normal() {
    return Effect.NOTHING;
  }

  @Override
  public Effect zone(String zone) {
    return Effect.NOTHING;
  }

  @Override
  public Effect regionLost() {
    boolean replicated =
        !graph
            .referring("aws:s3/bucketReplicationConfig:BucketReplicationConfig", "bucket", node)
            .isEmpty();
    return replicated || node.input("replicationConfiguration").isPresent()
        ? Effect.of(
                Outcome.DOWN,
                "Bucket `%s` is replicated; the most recent objects may be lost."
                    .formatted(node.name()))
            .lasting(Interruption.UNKNOWN)
            .losing(DataLoss.UNKNOWN)
            .touching(node)
        : backups.regionLost();
  }

  @Override
  public List<Verdict> failures() {
    return List.of();
  }

  @Override
  public Optional<Agreement> agreement() {
    return Optional.of(new Agreement("S3", "s3", "any"));
  }
}
