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

/** Controls of who gets at a database, and of what it tells. */
public final class DatabaseControls {
  private static final Judge IS_REPLICA = present("replicateSourceDb");
  private static final Judge IS_POSTGRES = given("engine", "postgres"::equals);

  /** A replica is of its source's kind. */
  private static final Judge IS_POSTGRES_OR_COPY = any(IS_POSTGRES, IS_REPLICA);

  public static final List<Control> ALL =
      List.of(
          new Control(
              "RDS private",
              ids("RDS.2", "RDS.18", "RDS.46", 17),
              Requirement.of(
                  Types.DATABASE, "publiclyAccessible is false", notTrue("publiclyAccessible")),
              Requirement.of(
                      Types.DATABASE,
                      "its subnets have no route to an internet gateway",
                      DatabaseControls::standsInPrivateSubnets)
                  .where(not(IS_REPLICA))),
          new Control(
              "RDS encrypted",
              ids("RDS.3", 16),
              Requirement.of(
                  Types.DATABASE_STORAGE, "storageEncrypted is true", isTrue("storageEncrypted")),
              Requirement.of(Types.DATABASE_STORAGE, "kmsKeyId is set", present("kmsKeyId"))
                  .where(not(IS_REPLICA))),
          new Control(
              "TLS to the DB",
              ids("RDS.38", "CKV2_AWS_69"),
              Requirement.of(
                      Types.DATABASE,
                      "parameter rds.force_ssl is 1",
                      // Its default depends on the version.
                      parameter("rds.force_ssl", Answer.UNKNOWN, "0"))
                  .where(IS_POSTGRES_OR_COPY)),
          new Control(
              "RDS logs",
              ids("RDS.9", "RDS.36", 129, "CKV2_AWS_30"),
              Requirement.of(
                      Types.DATABASE,
                      "enabledCloudwatchLogsExports has postgresql and upgrade",
                      contains("enabledCloudwatchLogsExports", "postgresql", "upgrade"))
                  .where(IS_POSTGRES_OR_COPY),
              Requirement.of(
                  Types.DATABASE,
                  "enabledCloudwatchLogsExports is set",
                  present("enabledCloudwatchLogsExports")),
              Requirement.of(
                      Types.DATABASE,
                      "parameter log_statement is set",
                      parameter("log_statement", Answer.NO, "none"))
                  .where(IS_POSTGRES_OR_COPY),
              Requirement.of(
                      Types.DATABASE,
                      "parameter log_min_duration_statement is set",
                      parameter("log_min_duration_statement", Answer.NO, "-1"))
                  .where(IS_POSTGRES_OR_COPY)),
          new Control(
              "RDS auth",
              ids("RDS.10", 161),
              Requirement.of(
                  Types.DATABASE_STORAGE,
                  "iamDatabaseAuthenticationEnabled is true",
                  isTrue("iamDatabaseAuthenticationEnabled"))),
          new Control(
              "Master secret",
              ids("SecretsManager.1", "SecretsManager.4", "CKV2_AWS_57"),
              Requirement.of(
                      Types.DATABASE,
                      "RDS manages the master password, under a key of one's own",
                      all(isTrue("manageMasterUserPassword"), present("masterUserSecretKmsKeyId")))
                  .where(not(IS_REPLICA))
                  .waivedBy("database.credentials")),
          new Control(
              "Admin name",
              ids("RDS.25"),
              Requirement.of(
                      Types.DATABASE,
                      "username is neither postgres nor admin",
                      // What a snapshot was made with, it does not say.
                      ifGiven(
                          "username", not(oneOf("username", "postgres", "admin")), Answer.UNKNOWN))
                  .where(not(IS_REPLICA))));

  private DatabaseControls() {}

  static Judge isReplica() {
    return IS_REPLICA;
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

  /** The parameter is not {@code off} in the database's parameter group. */
  private static Judge parameter(String name, Answer byDefault, String off) {
    return (graph, database) -> {
      List<ResourceNode> groups = graph.referenced(database, "parameterGroupName");
      if (groups.isEmpty()) {
        // The default group of the version, or one that somebody else looks after.
        return Answer.UNKNOWN;
      }
      ResourceNode group = groups.get(0);
      for (String path : Judge.elements(group, "parameters")) {
        Answer named = oneOf(path + ".name", name).of(graph, group);
        if (named != Answer.NO) {
          return Answer.any(named.not(), not(oneOf(path + ".value", off)).of(graph, group));
        }
      }
      return byDefault;
    };
  }
}
