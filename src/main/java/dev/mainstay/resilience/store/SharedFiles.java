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
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * An EFS file system. A Regional one is in several zones and reached by a mount target in each; a
 * One Zone file system may be lost with its zone: see <a
 * href="https://docs.aws.amazon.com/efs/latest/ug/availability-durability.html">the EFS guide</a>.
 */
final class SharedFiles implements Store {
  private static final String TYPE = "aws:efs/fileSystem:FileSystem";
  private static final long NFS_PORT = 2049;

  private final ResourceNode node;
  private final String name;
  private final ResourceGraph graph;
  private final Topology topology;
  private final List<ResourceNode> mountTargets;
  private final Backups backups;
  private final Set<String> serverZones;

  private SharedFiles(
      ResourceNode node, ResourceGraph graph, Topology topology, Set<String> serverZones) {
    this.node = node;
    this.name = node.name();
    this.graph = graph;
    this.topology = topology;
    this.mountTargets = graph.referring("aws:efs/mountTarget:MountTarget", "fileSystemId", node);
    this.backups = Backups.byPlan(node, graph);
    this.serverZones = serverZones;
  }

  static Stream<Store> in(ResourceGraph graph, Topology topology, Set<String> serverZones) {
    return graph.all(TYPE).stream()
        .map(node -> new SharedFiles(node, graph, topology, serverZones));
  }

  @Override
  public ResourceNode node() {
    return node;
  }

  @Override
  public Kind kind() {
    return Kind.FILES;
  }

  @Override
  public List<ResourceNode> parts() {
    return Stream.concat(Stream.of(node), mountTargets.stream()).toList();
  }

  @Override
  public List<Access> accesses() {
    return mountTargets.stream()
        .map(
            target ->
                Access.direct(
                    target,
                    "securityGroups",
                    topology.placement(target, "subnetId"),
                    NFS_PORT,
                    graph))
        .toList();
  }

  @Override
  public Effect normal() {
    Effect key = EncryptionKeys.state(node, graph);
    return mountTargets.isEmpty()
        ? key.and(
            Effect.unknown(
                    "`%s` has no mount target in this stack: how servers reach it is not known."
                        .formatted(name))
                .touching(node))
        : key;
  }

  @Override
  public Effect zone(String zone) {
    String only = node.text("availabilityZoneName", "");
    if (!only.isEmpty()) {
      return only.equals(zone) ? lostWith(zone) : Effect.NOTHING;
    }
    if (mountTargets.stream().anyMatch(target -> topology.zoneOf(target).isEmpty())) {
      return Effect.unknown("The zones of the mount targets of `%s` are not known.".formatted(name))
          .touching(parts());
    }
    var mounted = new TreeSet<String>();
    mountTargets.forEach(target -> topology.zoneOf(target).ifPresent(mounted::add));
    if (!mounted.contains(zone)) {
      return Effect.NOTHING;
    }
    if (mounted.size() == 1) {
      return Effect.of(
              Outcome.DOWN, "The only mount target of `%s` is in %s.".formatted(name, zone))
          .lasting(Interruption.UNKNOWN)
          .touching(parts());
    }
    return mounted.containsAll(serverZones)
        ? Effect.of(
                Outcome.SURVIVES,
                "`%s` keeps its data in several zones, with a mount target in each zone of servers."
                    .formatted(name))
            .touching(parts())
        : Effect.unknown(
                "Not every zone of servers has a mount target of `%s`: which one they use is not known."
                    .formatted(name))
            .touching(parts());
  }

  private Effect lostWith(String zone) {
    Effect restored = content();
    return Effect.of(Outcome.DOWN, "`%s` is a One Zone file system in %s.".formatted(name, zone))
        .and(restored)
        .lasting(Interruption.UNKNOWN)
        .touching(parts());
  }

  private Effect content() {
    boolean daily =
        graph.referring("aws:efs/backupPolicy:BackupPolicy", "fileSystemId", node).stream()
            .anyMatch(policy -> policy.text("backupPolicy.status", "").equals("ENABLED"));
    return daily
        ? Effect.of(
                Outcome.DEGRADED,
                "The backup policy of `%s` is enabled; a restore is started by hand."
                    .formatted(name))
            .lasting(Interruption.UNKNOWN)
            .losing(DataLoss.UNKNOWN)
        : backups.restore();
  }

  @Override
  public Effect regionLost() {
    boolean replicated =
        !graph
            .referring(
                "aws:efs/replicationConfiguration:ReplicationConfiguration",
                "sourceFileSystemId",
                node)
            .isEmpty();
    return replicated
        ? Effect.of(
                Outcome.DOWN,
                "EFS replicates `%s`; the most recent writes may be lost.".formatted(name))
            .lasting(Interruption.UNKNOWN)
            .losing(DataLoss.UNKNOWN)
            .touching(node)
        : backups.regionLost();
  }

  @Override
  public List<Verdict> failures() {
    return List.of(content().touching(node).of(new Failure(Failure.Kind.DATABASE_CONTENT, name)));
  }

  @Override
  public Optional<Agreement> agreement() {
    return Optional.of(
        node.input("availabilityZoneName").isPresent()
            ? new Agreement("EFS One Zone", "efs", "singleZone")
            : new Agreement("EFS Regional", "efs", "multiZone"));
  }
}
