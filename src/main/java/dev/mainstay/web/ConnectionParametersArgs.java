package dev.mainstay.web;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import dev.mainstay.config.Problem;
import dev.mainstay.config.Section;
import dev.mainstay.outputs.CacheEndpoint;
import dev.mainstay.outputs.DatabaseEndpoint;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.annotation.Nonnull;
import javax.annotation.Nullable;

/** What the application must know to connect, and the role it connects as. */
public final class ConnectionParametersArgs extends ResourceArgs implements Section {
  @Import @Nonnull String path;
  @Import Map<String, String> tags = Map.of();
  @Import @Nonnull Output<String> kmsKeyArn;
  @Import @Nonnull Output<String> roleName;

  /** The host name of the database. Required. */
  @Import @Nonnull Output<String> databaseHost;

  /** Where the database listens. Required. */
  @Import @Nonnull Output<Integer> databasePort;

  /** The host names of the read replicas. Default: none, and then the primary is read from. */
  @Import Output<List<String>> databaseReaderHosts = Output.of(List.of());

  @Import @Nullable String databaseName;

  /** The secret with the master user's password. Required. */
  @Import @Nonnull Output<String> databaseSecretArn;

  /** The id of the database, as in {@code rds-db:connect} policies. Required. */
  @Import @Nonnull Output<String> databaseResourceId;

  /** The host name of the cache, for writing. Required. */
  @Import @Nonnull Output<String> cacheHost;

  /** The host name of the cache, for reading. Required. */
  @Import @Nonnull Output<String> cacheReaderHost;

  /** Where the cache listens. Required. */
  @Import @Nonnull Output<Integer> cachePort;

  /** The cache, as in {@code elasticache:Connect} policies. Required. */
  @Import @Nonnull Output<String> cacheArn;

  /** The user that the role connects to the cache as. Required. */
  @Import @Nonnull Output<String> cacheUserName;

  /** That user, as in {@code elasticache:Connect} policies. Required. */
  @Import @Nonnull Output<String> cacheUserArn;

  /** The secret with that user's password. Default: none; the role's IAM tokens open the cache. */
  @Import @Nullable Output<String> cacheSecretArn;

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

  /** Where the database is and who may connect. Required. */
  public ConnectionParametersArgs database(DatabaseEndpoint database) {
    databaseHost = database.address();
    databasePort = database.port();
    databaseReaderHosts = database.readerAddresses();
    databaseResourceId = database.resourceId();
    databaseSecretArn = database.secretArn();
    return this;
  }

  /** Name of the initial database; no parameter if there is none. */
  public ConnectionParametersArgs databaseName(@Nullable String name) {
    databaseName = name;
    return this;
  }

  /** Where the cache is and who may connect. Required. */
  public ConnectionParametersArgs cache(CacheEndpoint cache) {
    cacheHost = cache.address();
    cacheReaderHost = cache.readerAddress();
    cachePort = cache.port();
    cacheArn = cache.arn();
    cacheUserName = cache.userName();
    cacheUserArn = cache.userArn();
    cacheSecretArn = cache.secretArn();
    return this;
  }

  /** The parameters, by the names of {@link ParameterNames}, relative to the path. */
  Map<String, Output<String>> values() {
    var values = new TreeMap<String, Output<String>>();
    values.put(ParameterNames.DATABASE_HOST, databaseHost);
    values.put(ParameterNames.DATABASE_PORT, databasePort.applyValue(String::valueOf));
    values.put(ParameterNames.DATABASE_READER_HOSTS, databaseReaders());
    if (databaseName != null) {
      values.put(ParameterNames.DATABASE_NAME, Output.of(databaseName));
    }
    values.put(ParameterNames.DATABASE_SECRET_ARN, databaseSecretArn);
    values.put(ParameterNames.CACHE_HOST, cacheHost);
    values.put(ParameterNames.CACHE_READER_HOST, cacheReaderHost);
    values.put(ParameterNames.CACHE_PORT, cachePort.applyValue(String::valueOf));
    values.put(ParameterNames.CACHE_USER, cacheUserName);
    if (cacheSecretArn != null) {
      values.put(ParameterNames.CACHE_SECRET_ARN, cacheSecretArn);
    }
    return values;
  }

  /** A parameter cannot be empty; without replicas the primary is the one to read from. */
  private Output<String> databaseReaders() {
    return Output.tuple(databaseHost, databaseReaderHosts)
        .applyValue(both -> both.t2.isEmpty() ? both.t1 : String.join(",", both.t2));
  }

  @Override
  public List<Problem> problems() {
    return List.of();
  }
}
