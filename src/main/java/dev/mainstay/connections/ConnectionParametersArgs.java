package dev.mainstay.connections;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import dev.mainstay.config.Problem;
import dev.mainstay.config.Section;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the application must know to connect, and the role it connects as. */
public final class ConnectionParametersArgs extends ResourceArgs implements Section {
  @Import String path;
  @Import Map<String, String> tags = Map.of();
  @Import Output<String> kmsKeyArn;
  @Import Output<String> roleName;
  @Import Output<String> databaseSecretArn;
  @Import Output<String> databaseResourceId;
  @Import Output<String> cacheArn;
  @Import Output<String> cacheUserArn;

  /** Name below {@link #path} to value, such as {@code database/host}. */
  final Map<String, Output<String>> values = new TreeMap<>();

  /** Where the parameters live, such as {@code /mainstay-prod}. Required. */
  public ConnectionParametersArgs path(String prefix) {
    path = prefix;
    return this;
  }

  /** Tags of every resource; a {@code Name} becomes the prefix of each resource's own. */
  public ConnectionParametersArgs tags(Map<String, String> stackTags) {
    tags = stackTags;
    return this;
  }

  /** The key that encrypts the parameters and the secret. Required. */
  public ConnectionParametersArgs kmsKeyArn(Output<String> arn) {
    kmsKeyArn = arn;
    return this;
  }

  /** The role of the servers that may connect. Required. */
  public ConnectionParametersArgs roleName(Output<String> name) {
    roleName = name;
    return this;
  }

  /** Publishes {@code value} as {@code name} below the path, such as {@code cache/port}. */
  public ConnectionParametersArgs publish(String name, Output<String> value) {
    values.put(name, value);
    return this;
  }

  /** The database the role may connect to: its secret, and its id for IAM authentication. */
  public ConnectionParametersArgs database(Output<String> secretArn, Output<String> resourceId) {
    databaseSecretArn = secretArn;
    databaseResourceId = resourceId;
    return publish("database/secret-arn", secretArn);
  }

  /** The cache the role may connect to, and the cache user it connects as. */
  public ConnectionParametersArgs cache(Output<String> arn, Output<String> userArn) {
    cacheArn = arn;
    cacheUserArn = userArn;
    return this;
  }

  @Override
  public List<Problem> problems() {
    return List.of();
  }
}
