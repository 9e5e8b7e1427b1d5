package dev.mainstay.posture.rds;

import static dev.mainstay.posture.model.Control.ids;
import static dev.mainstay.posture.model.Judge.all;
import static dev.mainstay.posture.model.Judge.any;
import static dev.mainstay.posture.model.Judge.contains;
import static dev.mainstay.posture.model.Judge.given;
import static dev.mainstay.posture.model.Judge.ifGiven;
import static dev.mainstay.posture.model.Judge.isTrue;
import static dev.mainstay.posture.model.Judge.not;
import static dev.mainstay.posture.model.Judge.notTrue;
import static dev.mainstay.posture.model.Judge.oneOf;
import static dev.mainstay.posture.model.Judge.present;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.posture.exposure.Routing;
import dev.mainstay.posture.model.Answer;
import dev.mainstay.posture.model.Control;
import dev.mainstay.posture.model.Judge;
import dev.mainstay.posture.model.Requirement;
import dev.mainstay.posture.model.Types;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Controls of access to a database, and of its logs. */
public final class DatabaseControls {
  private static final Judge IS_REPLICA = present("replicateSourceDb");
  private static final Judge IS_COPY = any(IS_REPLICA, Clusters.IS_SECONDARY);

  /** A replica is of its source's kind. */
  private static final Judge IS_POSTGRES_OR_COPY =
      any(oneOf("engine", "postgres", "aurora-postgresql"), IS_REPLICA);

  /** Engines that RDS cannot authenticate with IAM. */
  private static final Judge HAS_IAM =
      any(
          IS_REPLICA,
          given("engine", engine -> !engine.toString().matches("(oracle|sqlserver|db2|custom).*")));

  private static final Set<String> USUAL_NAMES = Set.of("postgres", "admin");

  /** AWS publishes a snapshot to everybody by sharing it with the account {@code all}. */
  private static final Judge IS_SHARED_WITH_ALL =
      (graph, snapshot) ->
          Answer.any(
              Judge.elements(snapshot, "sharedAccounts").stream()
                  .map(path -> oneOf(path, "all").of(graph, snapshot)));

  public static final List<Control> ALL =
      List.of(
          new Control(
              "RDS private",
              ids("RDS.1", "RDS.2", "RDS.18", "RDS.46", 17),
              Requirement.of(
                  Types.DATABASE_SERVER,
                  "publiclyAccessible is false",
                  notTrue("publiclyAccessible")),
              Requirement.of(
                      Types.DATABASE_STORAGE,
                      "its subnets have no route to an internet gateway",
                      DatabaseControls::standsInPrivateSubnets)
                  .where(not(IS_REPLICA)),
              Requirement.of(
                  List.of(
                      "aws:rds/snapshot:Snapshot",
                      "aws:rds/clusterSnapshot:ClusterSnapshot",
                      "aws:rds/snapshotCopy:SnapshotCopy",
                      "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy"),
                  "it is shared with named accounts only",
                  not(IS_SHARED_WITH_ALL))),
          new Control(
              "RDS encrypted",
              ids("RDS.3", "RDS.27", 16, 96),
              Requirement.of(Types.DATABASE_STORAGE, "its storage is encrypted", Encryption::isOn),
              Requirement.of(Types.DATABASE_STORAGE, "kmsKeyId is set", Encryption.hasKey())
                  .where(not(Encryption.isInherited())),
              Requirement.of(
                  List.of("aws:rds/globalCluster:GlobalCluster"),
                  "storageEncrypted is true",
                  any(
                      isTrue("storageEncrypted"),
                      ifGiven(
                          "sourceDbClusterIdentifier",
                          (graph, global) ->
                              Answer.any(
                                  graph.referenced(global, "sourceDbClusterIdentifier").stream()
                                      .map(cluster -> Encryption.isOn(graph, cluster))),
                          Answer.NO)))),
          new Control(
              "TLS to the DB",
              ids("RDS.38", "RDS.39", "CKV2_AWS_69"),
              Requirement.of(
                  Types.DATABASE_STORAGE, "its parameters require TLS", Parameters::requireTls)),
          new Control(
              "RDS logs",
              ids("RDS.9", "RDS.36", "RDS.37", 129, "CKV2_AWS_27", "CKV2_AWS_30"),
              Requirement.of(
                      Types.DATABASE,
                      "enabledCloudwatchLogsExports has postgresql and upgrade",
                      contains("enabledCloudwatchLogsExports", "postgresql", "upgrade"))
                  .where(IS_POSTGRES_OR_COPY),
              Requirement.of(
                      Types.DATABASE_CLUSTER,
                      "enabledCloudwatchLogsExports has postgresql",
                      contains("enabledCloudwatchLogsExports", "postgresql"))
                  .where(IS_POSTGRES_OR_COPY),
              Requirement.of(
                  Types.DATABASE_STORAGE,
                  "enabledCloudwatchLogsExports is set",
                  present("enabledCloudwatchLogsExports")),
              Requirement.of(
                      Types.DATABASE_STORAGE,
                      "parameter log_statement is set",
                      Parameters.isSet("log_statement", "none"))
                  .where(IS_POSTGRES_OR_COPY),
              Requirement.of(
                      Types.DATABASE_STORAGE,
                      "parameter log_min_duration_statement is set",
                      Parameters.isSet("log_min_duration_statement", "-1"))
                  .where(IS_POSTGRES_OR_COPY)),
          new Control(
              "RDS auth",
              ids("RDS.10", "RDS.12", 161, 162),
              Requirement.of(
                      Types.DATABASE_STORAGE,
                      "iamDatabaseAuthenticationEnabled is true",
                      isTrue("iamDatabaseAuthenticationEnabled"))
                  .where(HAS_IAM)),
          new Control(
              "Master secret",
              ids("SecretsManager.1", "SecretsManager.4", "CKV2_AWS_57"),
              Requirement.of(
                      Types.DATABASE_STORAGE,
                      "RDS manages the master password, under a customer managed key",
                      all(isTrue("manageMasterUserPassword"), present("masterUserSecretKmsKeyId")))
                  .where(not(IS_COPY))
                  .waivedBy("database.credentials")),
          new Control(
              "Admin name",
              ids("RDS.24", "RDS.25"),
              Requirement.of(
                      Types.DATABASE, "username is neither postgres nor admin", isOwn("username"))
                  .where(not(IS_REPLICA)),
              Requirement.of(
                      Types.DATABASE_CLUSTER,
                      "masterUsername is neither postgres nor admin",
                      isOwn("masterUsername"))
                  .where(not(IS_COPY))));

  private DatabaseControls() {}

  static Judge isReplica() {
    return IS_REPLICA;
  }

  /** What a snapshot was made with, it does not say. */
  private static Judge isOwn(String path) {
    return ifGiven(
        path,
        given(path, name -> !USUAL_NAMES.contains(name.toString().toLowerCase(Locale.ROOT))),
        Answer.UNKNOWN);
  }

  private static Answer standsInPrivateSubnets(ResourceGraph graph, ResourceNode database) {
    List<ResourceNode> subnets =
        graph.referenced(database, "dbSubnetGroupName").stream()
            .flatMap(group -> graph.referenced(group, "subnetIds").stream())
            .toList();
    return subnets.isEmpty()
        ? Answer.UNKNOWN
        : Answer.all(
            subnets.stream()
                .map(subnet -> new Routing(graph).reachesInternetGateway(subnet).not()));
  }
}
