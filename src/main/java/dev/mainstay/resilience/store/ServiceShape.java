package dev.mainstay.resilience.store;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.network.Topology;
import dev.mainstay.resilience.network.Topology.Placement;
import java.util.regex.Pattern;

/** Where a service of AWS puts what it runs, and by which inputs it is told to. */
enum ServiceShape {
  MEMORY_DB("MemoryDB", "memoryDb", Store.Kind.DATABASE, 6379, "aws:memorydb/cluster:Cluster") {
    @Override
    Placement placement(ResourceNode node, ResourceGraph graph, Topology topology) {
      return SubnetGroups.placement(node, "subnetGroupName", graph, topology);
    }

    /** One replica a shard is what the provider asks for unless it is told otherwise. */
    @Override
    Spread spread(ResourceNode node) {
      return node.number("numReplicasPerShard", 1) > 0 ? Spread.YES : Spread.NO;
    }

    @Override
    String snapshots() {
      return "snapshotRetentionLimit";
    }
  },

  OPEN_SEARCH("OpenSearch", "openSearch", Store.Kind.SEARCH, 443, "aws:opensearch/domain:Domain") {
    @Override
    Placement placement(ResourceNode node, ResourceGraph graph, Topology topology) {
      return topology.placement(node, "vpcOptions.subnetIds");
    }

    /** With zones but no standby, it depends on the replicas of each index. */
    @Override
    Spread spread(ResourceNode node) {
      if (node.isTrue("clusterConfig.multiAzWithStandbyEnabled")) {
        return Spread.YES;
      }
      return node.isTrue("clusterConfig.zoneAwarenessEnabled") ? Spread.UNKNOWN : Spread.NO;
    }

    /** OpenSearch takes snapshots every hour without being told. */
    @Override
    String snapshots() {
      return "";
    }
  },

  FSX("FSx", "fsx", Store.Kind.FILES, 445, "aws:fsx/(windows|ontap|openZfs|lustre)FileSystem:.*") {
    @Override
    Placement placement(ResourceNode node, ResourceGraph graph, Topology topology) {
      return topology.placement(node, "subnetIds");
    }

    @Override
    Spread spread(ResourceNode node) {
      return node.text("deploymentType", "").startsWith("MULTI_AZ") ? Spread.YES : Spread.NO;
    }

    @Override
    String snapshots() {
      return "automaticBackupRetentionDays";
    }
  };

  /** Whether it is told to be in several zones. */
  enum Spread {
    YES,
    UNKNOWN,
    NO
  }

  private final String title;
  private final String service;
  private final Store.Kind kind;
  private final long port;
  private final Pattern type;

  ServiceShape(String title, String service, Store.Kind kind, long port, String type) {
    this.title = title;
    this.service = service;
    this.kind = kind;
    this.port = port;
    this.type = Pattern.compile(type);
  }

  abstract Placement placement(ResourceNode node, ResourceGraph graph, Topology topology);

  abstract Spread spread(ResourceNode node);

  /** The input that says how long snapshots are kept; empty if the service takes them anyway. */
  abstract String snapshots();

  String title() {
    return title;
  }

  /** Of the table of agreements. */
  String service() {
    return service;
  }

  /** Of the table of recovery times. */
  String failover() {
    return service + "Failover";
  }

  /** The input that names its security groups. */
  String securityGroups() {
    return this == OPEN_SEARCH ? "vpcOptions.securityGroupIds" : "securityGroupIds";
  }

  Store.Kind kind() {
    return kind;
  }

  long port() {
    return port;
  }

  boolean is(ResourceNode node) {
    return type.matcher(node.type()).matches();
  }
}
