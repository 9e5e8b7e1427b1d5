package dev.mainstay.database;

import com.pulumi.aws.rds.ParameterGroup;
import com.pulumi.aws.rds.ParameterGroupArgs;
import com.pulumi.aws.rds.inputs.ParameterGroupParameterArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.mainstay.config.Tags;
import dev.mainstay.facts.PostgresParameter;
import dev.mainstay.facts.PostgresVersion;
import java.util.Map;
import java.util.TreeMap;

/** The parameters of a database: TLS and logging as the controls require, and the user's own. */
final class DatabaseParameters {
  private static final String FORCE_SSL = "rds.force_ssl";

  /** The values that turn a control off. */
  private static final Map<String, String> TURNED_OFF =
      Map.of(FORCE_SSL, "0", "log_statement", "none", "log_min_duration_statement", "-1");

  private DatabaseParameters() {}

  static boolean keepControls(Map<String, String> parameters) {
    return TURNED_OFF.entrySet().stream()
        .noneMatch(off -> off.getValue().equals(parameters.get(off.getKey())));
  }

  /**
   * The name of the group contains its family. A new major version creates a second group, and
   * Pulumi deletes the old one once nothing uses it.
   */
  static ParameterGroup group(String database, DatabaseArgs args, CustomResourceOptions child) {
    String family = PostgresVersion.familyOf(args.engineVersion());
    String name = database + "-" + family;
    return new ParameterGroup(
        name,
        ParameterGroupArgs.builder()
            .family(family)
            .description("Parameters of " + args.identifier() + " for " + family)
            .parameters(
                values(args).entrySet().stream()
                    .map(entry -> parameter(entry.getKey(), entry.getValue()))
                    .toList())
            .tags(Tags.named(args.tags, name))
            .build(),
        child);
  }

  private static Map<String, String> values(DatabaseArgs args) {
    var values = new TreeMap<String, String>();
    values.put(FORCE_SSL, "1");
    values.put("log_statement", "ddl");
    values.put("log_min_duration_statement", "1000");
    if (args.blueGreenUpdates()) {
      // RDS replicates to a copy of another major version logically:
      // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/blue-green-deployments-replication-type.html
      values.put("rds.logical_replication", "1");
    }
    values.putAll(args.parameters());
    return values;
  }

  private static ParameterGroupParameterArgs parameter(String name, String value) {
    return ParameterGroupParameterArgs.builder()
        .name(name)
        .value(value)
        .applyMethod(isImmediate(name) ? "immediate" : "pending-reboot")
        .build();
  }

  /**
   * RDS rejects the whole change if it applies a static parameter immediately. From version 15 TLS
   * is on by default and RDS reports {@code pending-reboot}, so another value never converges:
   * https://www.pulumi.com/registry/packages/aws/api-docs/rds/parametergroup/#example-of-problematic-configuration
   */
  private static boolean isImmediate(String name) {
    return PostgresParameter.isDynamic(name) && !name.equals(FORCE_SSL);
  }
}
