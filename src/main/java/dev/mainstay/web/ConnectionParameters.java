package dev.mainstay.web;

import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.aws.ssm.Parameter;
import com.pulumi.aws.ssm.ParameterArgs;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.mainstay.config.Refusal;
import dev.mainstay.config.Tags;
import dev.mainstay.iam.Arn;
import dev.mainstay.iam.PolicyDocument;
import dev.mainstay.iam.PolicyDocument.Statement;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * The endpoints of the database and the cache as SecureString parameters with fixed names, and the
 * servers' permission to connect.
 *
 * <p>Servers know the names from their first boot and read the values once they exist. So Pulumi
 * creates the fleet, the database and the cache in parallel.
 */
public final class ConnectionParameters extends ComponentResource {
  /**
   * The database role of the application, with IAM authentication. It is not the master user; the
   * runbook describes how to create it.
   */
  public static final String APPLICATION_DATABASE_USER = "app";

  @Export(
      refs = {List.class, String.class},
      tree = "[0,1]")
  private final Output<List<String>> names;

  public ConnectionParameters(
      String name, ConnectionParametersArgs args, @Nullable ComponentResourceOptions options) {
    super("mainstay:index:ConnectionParameters", Refusal.unlessSound(name, args), options);
    var child = CustomResourceOptions.builder().parent(this).build();

    var values = args.values();
    values.forEach(
        (parameter, value) ->
            new Parameter(
                name + "-" + parameter.replace('/', '-'),
                ParameterArgs.builder()
                    .name(args.path + "/" + parameter)
                    .type("SecureString")
                    .keyId(args.kmsKeyArn)
                    .value(value)
                    .tags(Tags.named(args.tags, name + "-" + parameter.replace('/', '-')))
                    .build(),
                child));
    policy(name + "-database", args.roleName, databasePolicy(args), child);
    policy(name + "-cache", args.roleName, cachePolicy(args), child);
    names = Output.of(values.keySet().stream().map(each -> args.path + "/" + each).toList());
    registerOutputs(Map.of("names", names));
  }

  /** The full names of the parameters. */
  public Output<List<String>> names() {
    return names;
  }

  private static void policy(
      String name, Output<String> role, Output<String> document, CustomResourceOptions child) {
    new RolePolicy(name, RolePolicyArgs.builder().role(role).policy(document).build(), child);
  }

  private static Output<String> databasePolicy(ConnectionParametersArgs args) {
    return Output.tuple(args.kmsKeyArn, args.databaseSecretArn, args.databaseResourceId)
        .applyValue(
            all ->
                PolicyDocument.of(
                    readSecret(all.t2),
                    Statement.allow("rds-db:connect").on(databaseUser(all.t1, all.t3)),
                    decryptSecrets(all.t1)));
  }

  /** A user with a password requires no permission to connect. */
  private static Output<String> cachePolicy(ConnectionParametersArgs args) {
    if (args.cacheSecretArn != null) {
      return Output.tuple(args.kmsKeyArn, args.cacheSecretArn)
          .applyValue(both -> PolicyDocument.of(readSecret(both.t2), decryptSecrets(both.t1)));
    }
    return Output.tuple(args.cacheArn, args.cacheUserArn)
        .applyValue(
            both -> PolicyDocument.of(Statement.allow("elasticache:Connect").on(both.t1, both.t2)));
  }

  private static Statement readSecret(String arn) {
    return Statement.allow("secretsmanager:GetSecretValue").on(arn);
  }

  private static Statement decryptSecrets(String keyArn) {
    return Statement.allow("kms:Decrypt")
        .on(keyArn)
        .when(
            "StringEquals",
            "kms:ViaService",
            "secretsmanager.%s.amazonaws.com".formatted(Arn.parse(keyArn).region()));
  }

  private static String databaseUser(String keyArn, String resourceId) {
    Arn key = Arn.parse(keyArn);
    return "arn:%s:rds-db:%s:%s:dbuser:%s/%s"
        .formatted(
            key.partition(), key.region(), key.account(), resourceId, APPLICATION_DATABASE_USER);
  }
}
