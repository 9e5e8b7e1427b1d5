package dev.mainstay.cache;

import com.pulumi.aws.elasticache.ReplicationGroup;
import com.pulumi.aws.elasticache.ReplicationGroupArgs;
import com.pulumi.aws.elasticache.SubnetGroup;
import com.pulumi.aws.elasticache.SubnetGroupArgs;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.mainstay.config.Refusal;
import dev.mainstay.config.Tags;
import dev.mainstay.facts.CacheNodeType;
import dev.mainstay.outputs.CacheEndpoint;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * An ElastiCache replication group: a primary, and replicas in other zones. ElastiCache promotes a
 * replica if the primary fails.
 *
 * <p>One user connects, with TLS and from inside the VPC. The stack's key encrypts all data.
 */
public final class Cache extends ComponentResource {
  private static final int PORT = 6379;

  @Export(refs = String.class, tree = "[0]")
  private final Output<String> replicationGroupId;

  @Export(refs = String.class, tree = "[0]")
  private final Output<String> arn;

  @Export(refs = String.class, tree = "[0]")
  private final Output<String> primaryEndpoint;

  @Export(refs = String.class, tree = "[0]")
  private final Output<String> readerEndpoint;

  @Export(refs = Integer.class, tree = "[0]")
  private final Output<Integer> port;

  @Export(refs = String.class, tree = "[0]")
  private final Output<String> userName;

  @Export(refs = String.class, tree = "[0]")
  private final Output<String> userArn;

  @Export(refs = String.class, tree = "[0]")
  @Nullable
  private final Output<String> secretArn;

  private final boolean hasPassword;

  public Cache(String name, CacheArgs args, @Nullable ComponentResourceOptions options) {
    super("mainstay:index:Cache", Refusal.unlessSound(name, args), options);
    var child = CustomResourceOptions.builder().parent(this).build();

    var users = new CacheUsers(name, args, child);
    var group =
        new ReplicationGroup(
            name,
            ReplicationGroupArgs.builder()
                .description("Cache of " + args.defaultIdentifier)
                .engine(args.engine())
                .engineVersion(args.engineVersion())
                .nodeType(args.nodeType())
                .dataTieringEnabled(tiersData(args))
                .numCacheClusters(args.replicas() + 1)
                .automaticFailoverEnabled(args.replicas() > 0)
                .multiAzEnabled(args.multiAz())
                .subnetGroupName(subnets(name, args, child).name())
                .securityGroupIds(args.securityGroupId.applyValue(List::of))
                .port(PORT)
                .parameterGroupName(CacheParameters.group(name, args, child).name())
                .transitEncryptionEnabled(true)
                .transitEncryptionMode("required")
                .atRestEncryptionEnabled(true)
                .kmsKeyId(args.kmsKeyArn)
                .userGroupIds(users.group().userGroupId().applyValue(List::of))
                .snapshotRetentionLimit(args.snapshotRetentionDays())
                .snapshotWindow(args.snapshotWindow())
                .maintenanceWindow(args.maintenanceWindow())
                .autoMinorVersionUpgrade(true)
                .applyImmediately(args.applyImmediately())
                .logDeliveryConfigurations(CacheLogs.deliveries(name, args, child))
                .tags(Tags.named(args.tags, name))
                .build(),
            child);

    replicationGroupId = group.replicationGroupId();
    arn = group.arn();
    primaryEndpoint = group.primaryEndpointAddress();
    readerEndpoint = group.readerEndpointAddress();
    port = group.port().applyValue(given -> given.orElse(PORT));
    userName = users.application().userName();
    userArn = users.application().arn();
    secretArn = users.secretArn();
    hasPassword = args.hasPassword();
    registerOutputs(
        Map.of(
            "replicationGroupId", replicationGroupId,
            "arn", arn,
            "primaryEndpoint", primaryEndpoint,
            "readerEndpoint", readerEndpoint,
            "port", port,
            "userName", userName,
            "userArn", userArn,
            "secretArn", secretArn));
  }

  private static SubnetGroup subnets(String cache, CacheArgs args, CustomResourceOptions child) {
    return new SubnetGroup(
        cache,
        SubnetGroupArgs.builder()
            .description("Subnets of the cache of " + args.defaultIdentifier)
            .subnetIds(args.subnetIds)
            .tags(Tags.named(args.tags, cache))
            .build(),
        child);
  }

  /** ElastiCache requires data tiering for node types with a local disk. */
  private static boolean tiersData(CacheArgs args) {
    return CacheNodeType.named(args.nodeType()).map(CacheNodeType::tiersData).orElse(false);
  }

  /** For the components that connect to the cache. */
  public CacheEndpoint endpoint() {
    return new CacheEndpoint(
        primaryEndpoint,
        readerEndpoint,
        port,
        arn,
        userName,
        userArn,
        hasPassword ? secretArn : null);
  }

  /** The name of the group, for which clients generate IAM tokens. */
  public Output<String> replicationGroupId() {
    return replicationGroupId;
  }

  public Output<String> arn() {
    return arn;
  }

  /** The host name for reads and writes; a failover does not change it. */
  public Output<String> primaryEndpoint() {
    return primaryEndpoint;
  }

  /** The host name that distributes reads over the replicas. */
  public Output<String> readerEndpoint() {
    return readerEndpoint;
  }

  public Output<Integer> port() {
    return port;
  }

  /** The user of the application. */
  public Output<String> userName() {
    return userName;
  }

  /** The user, as {@code elasticache:Connect} policies name it. */
  public Output<String> userArn() {
    return userArn;
  }

  /** The secret with the user's password; null with IAM authentication. */
  public Output<String> secretArn() {
    return secretArn;
  }
}
