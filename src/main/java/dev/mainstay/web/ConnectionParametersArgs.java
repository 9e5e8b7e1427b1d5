package dev.mainstay.web;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import dev.mainstay.config.Problem;
import dev.mainstay.config.Section;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.annotation.Nullable;

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

  /** By the names of {@link ParameterNames}, relative to the path. */
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

  /** Where the database is found, and whether by way of a replica for reading. Required. */
  public ConnectionParametersArgs database(
      Output<String> host, Output<Integer> port, Output<List<String>> readerHosts) {
    values.put(ParameterNames.DATABASE_HOST, host);
    values.put(ParameterNames.DATABASE_PORT, port.applyValue(String::valueOf));
    // A parameter cannot be empty; without replicas the primary is the one to read from.
    values.put(
        ParameterNames.DATABASE_READER_HOSTS,
        Output.tuple(host, readerHosts)
            .applyValue(both -> both.t2.isEmpty() ? both.t1 : String.join(",", both.t2)));
    return this;
  }

  /** Name of the initial database; no parameter if there is none. */
  public ConnectionParametersArgs databaseName(@Nullable String name) {
    if (name != null) {
      values.put(ParameterNames.DATABASE_NAME, Output.of(name));
    }
    return this;
  }

  /** What lets the role in: the secret, and the id of the database for IAM. Required. */
  public ConnectionParametersArgs databaseAccess(
      Output<String> secretArn, Output<String> resourceId) {
    databaseSecretArn = secretArn;
    databaseResourceId = resourceId;
    values.put(ParameterNames.DATABASE_SECRET_ARN, secretArn);
    return this;
  }

  /** Where the cache is found, for writing and for reading. Required. */
  public ConnectionParametersArgs cache(
      Output<String> host, Output<String> readerHost, Output<Integer> port) {
    values.put(ParameterNames.CACHE_HOST, host);
    values.put(ParameterNames.CACHE_READER_HOST, readerHost);
    values.put(ParameterNames.CACHE_PORT, port.applyValue(String::valueOf));
    return this;
  }

  /** The cache, the user that the role connects as, and the ARN of that user. Required. */
  public ConnectionParametersArgs cacheAccess(
      Output<String> arn, Output<String> userName, Output<String> userArn) {
    cacheArn = arn;
    cacheUserArn = userArn;
    values.put(ParameterNames.CACHE_USER, userName);
    return this;
  }

  @Override
  public List<Problem> problems() {
    return List.of();
  }
}
