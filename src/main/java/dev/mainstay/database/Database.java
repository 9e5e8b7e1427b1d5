package dev.mainstay.database;

import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.SubnetGroup;
import com.pulumi.aws.rds.SubnetGroupArgs;
import com.pulumi.aws.secretsmanager.SecretArgs;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.mainstay.config.Refusal;
import dev.mainstay.config.Tags;
import dev.mainstay.iam.UserSecret;
import dev.mainstay.outputs.DatabaseEndpoint;
import dev.mainstay.outputs.DatabaseInstances;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.annotation.Nullable;

/**
 * An RDS for PostgreSQL database: a primary with a standby in another zone, and read replicas.
 *
 * <p>Clients connect with TLS and from inside the VPC. The stack's key encrypts all data. Deletion
 * protection and Pulumi {@code protect} guard the primary until both are turned off.
 */
public final class Database extends ComponentResource {
  @Export(refs = String.class, tree = "[0]")
  private final Output<String> identifier;

  @Export(refs = String.class, tree = "[0]")
  private final Output<String> arn;

  @Export(refs = String.class, tree = "[0]")
  private final Output<String> resourceId;

  @Export(refs = String.class, tree = "[0]")
  private final Output<String> address;

  @Export(refs = Integer.class, tree = "[0]")
  private final Output<Integer> port;

  @Export(
      refs = {List.class, String.class},
      tree = "[0,1]")
  private final Output<List<String>> readerAddresses;

  @Export(
      refs = {List.class, String.class},
      tree = "[0,1]")
  private final Output<List<String>> readerIdentifiers;

  @Export(refs = String.class, tree = "[0]")
  private final Output<String> secretArn;

  @Export(refs = String.class, tree = "[0]")
  private final Output<String> subnetGroupName;

  @Export(refs = String.class, tree = "[0]")
  private final Output<String> parameterGroupName;

  public Database(String name, DatabaseArgs args, @Nullable ComponentResourceOptions options) {
    super("mainstay:index:Database", Refusal.unlessSound(name, args), options);
    var child = CustomResourceOptions.builder().parent(this).build();

    var subnets =
        new SubnetGroup(
            name,
            SubnetGroupArgs.builder()
                .description("Subnets of " + args.identifier())
                .subnetIds(args.subnetIds)
                .tags(Tags.named(args.tags, name))
                .build(),
            child);
    var parameters = DatabaseParameters.group(name, args, child);
    var settings =
        new InstanceSettings(
            args,
            parameters,
            args.monitoringIntervalSeconds() == 0 ? null : MonitoringRole.arn(name, args, child));
    var primary =
        new Instance(
            name,
            settings.primary(name, subnets),
            CustomResourceOptions.merge(
                afterLogs(name, args.identifier(), args, child),
                CustomResourceOptions.builder().protect(args.deletionProtection()).build()));
    var replicas =
        IntStream.rangeClosed(1, args.readReplicas())
            .mapToObj(number -> replica(name, "-replica-" + number, args, settings, primary, child))
            .toList();

    identifier = primary.identifier();
    arn = primary.arn();
    resourceId = primary.resourceId();
    address = primary.address();
    port = primary.port();
    readerAddresses = Output.all(replicas.stream().map(Instance::address).toList());
    readerIdentifiers = Output.all(replicas.stream().map(Instance::identifier).toList());
    secretArn =
        args.credentials().equals("own")
            ? masterSecretArn(name + "-master", args, child)
            : primary
                .masterUserSecrets()
                .applyValue(secrets -> secrets.get(0).secretArn().orElseThrow());
    subnetGroupName = subnets.name();
    parameterGroupName = parameters.name();
    registerOutputs(
        Map.of(
            "identifier", identifier,
            "arn", arn,
            "resourceId", resourceId,
            "address", address,
            "port", port,
            "readerAddresses", readerAddresses,
            "readerIdentifiers", readerIdentifiers,
            "secretArn", secretArn,
            "subnetGroupName", subnetGroupName,
            "parameterGroupName", parameterGroupName));
  }

  /** The secret has the form that RDS gives to a managed one. */
  private static Output<String> masterSecretArn(
      String name, DatabaseArgs args, CustomResourceOptions child) {
    var secret =
        SecretArgs.builder()
            .description("Master user of " + args.identifier())
            .kmsKeyId(args.kmsKeyArn)
            .tags(Tags.named(args.tags, name));
    return UserSecret.arn(name, secret, Output.of(args.username()), args.password, child);
  }

  private static Instance replica(
      String name,
      String suffix,
      DatabaseArgs args,
      InstanceSettings settings,
      Instance source,
      CustomResourceOptions child) {
    String identifier = args.identifier() + suffix;
    return new Instance(
        name + suffix,
        settings.replica(name + suffix, identifier, source),
        afterLogs(name + suffix, identifier, args, child));
  }

  private static CustomResourceOptions afterLogs(
      String name, String identifier, DatabaseArgs args, CustomResourceOptions child) {
    return CustomResourceOptions.merge(
        child,
        CustomResourceOptions.builder()
            .dependsOn(DatabaseLogs.groups(name, identifier, args, child))
            .build());
  }

  /** For the components that connect to the database. */
  public DatabaseEndpoint endpoint() {
    return new DatabaseEndpoint(address, port, readerAddresses, resourceId, secretArn);
  }

  /** For the components that monitor the database and back it up. */
  public DatabaseInstances instances() {
    return new DatabaseInstances(
        identifier, arn, readerIdentifiers, subnetGroupName, parameterGroupName);
  }

  public Output<String> identifier() {
    return identifier;
  }

  public Output<String> arn() {
    return arn;
  }

  /** The immutable id of the instance, as {@code rds-db:connect} policies name it. */
  public Output<String> resourceId() {
    return resourceId;
  }

  /** The host name of the primary; a failover does not change it. */
  public Output<String> address() {
    return address;
  }

  public Output<Integer> port() {
    return port;
  }

  /** The host names of the read replicas; empty if there are none. */
  public Output<List<String>> readerAddresses() {
    return readerAddresses;
  }

  /** The identifiers of the read replicas; empty if there are none. */
  public Output<List<String>> readerIdentifiers() {
    return readerIdentifiers;
  }

  /** The secret with {@code username} and {@code password} of the master user. */
  public Output<String> secretArn() {
    return secretArn;
  }

  /** The subnet group of the database, for restored copies. */
  public Output<String> subnetGroupName() {
    return subnetGroupName;
  }

  /** The parameter group of the database. */
  public Output<String> parameterGroupName() {
    return parameterGroupName;
  }
}
