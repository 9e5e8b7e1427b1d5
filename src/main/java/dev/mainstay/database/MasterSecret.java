package dev.mainstay.database;

import com.google.gson.Gson;
import com.pulumi.aws.secretsmanager.Secret;
import com.pulumi.aws.secretsmanager.SecretArgs;
import com.pulumi.aws.secretsmanager.SecretVersion;
import com.pulumi.aws.secretsmanager.SecretVersionArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.mainstay.config.Tags;
import java.util.Map;
import java.util.TreeMap;

/** A master password of the stack's own, in the form in which RDS keeps a managed one. */
final class MasterSecret {
  private MasterSecret() {}

  /** The ARN of the secret, known to others only when it has its content. */
  static Output<String> arn(String database, DatabaseArgs args, CustomResourceOptions child) {
    String name = database + "-master";
    var secret =
        new Secret(
            name,
            SecretArgs.builder()
                .description("Master user of " + args.identifier())
                .kmsKeyId(args.kmsKeyArn)
                .tags(Tags.named(args.tags, name))
                .build(),
            child);
    var version =
        new SecretVersion(
            name,
            SecretVersionArgs.builder()
                .secretId(secret.id())
                .secretString(
                    args.password
                        .asSecret()
                        .applyValue(password -> content(args.username(), password)))
                .build(),
            child);
    return version.id().apply(filled -> secret.arn());
  }

  private static String content(String username, String password) {
    return new Gson().toJson(new TreeMap<>(Map.of("username", username, "password", password)));
  }
}
