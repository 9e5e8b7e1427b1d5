package dev.mainstay.iam;

import com.google.gson.Gson;
import com.pulumi.aws.secretsmanager.Secret;
import com.pulumi.aws.secretsmanager.SecretArgs;
import com.pulumi.aws.secretsmanager.SecretVersion;
import com.pulumi.aws.secretsmanager.SecretVersionArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;
import java.util.TreeMap;

/**
 * A user's name and password in Secrets Manager, in the <a
 * href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_secret_json_structure.html">JSON
 * structure of RDS</a>.
 */
public final class UserSecret {
  private UserSecret() {}

  /** Declares the secret. The ARN resolves once the secret has its content. */
  public static Output<String> arn(
      String name,
      SecretArgs.Builder secretArgs,
      Output<String> username,
      Output<String> password,
      CustomResourceOptions child) {
    var secret = new Secret(name, secretArgs.build(), child);
    var version =
        new SecretVersion(
            name,
            SecretVersionArgs.builder()
                .secretId(secret.id())
                .secretString(
                    Output.tuple(username, password.asSecret())
                        .applyValue(both -> content(both.t1, both.t2)))
                .build(),
            child);
    return version.id().apply(filled -> secret.arn());
  }

  private static String content(String username, String password) {
    return new Gson().toJson(new TreeMap<>(Map.of("username", username, "password", password)));
  }
}
