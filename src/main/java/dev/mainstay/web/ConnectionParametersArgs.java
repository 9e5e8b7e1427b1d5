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

/** The endpoints of the database and the cache, and the role that connects. */
public final class ConnectionParametersArgs extends ResourceArgs implements Section {
  @Import @Nonnull String path;
  @Import Map<String, String> tags = Map.of();
  @Import @Nonnull Output<String> kmsKeyArn;
  @Import @Nonnull Output<String> roleName;

  /** The host name of the database. Required. */
  @Import @Nonnull Output<String> databaseHost;

  /** The port of the database. Required. */
  @Import @Nonnull Output<Integer> databasePort;

  /** The host names of the read replicas. Default: none; clients then read from the primary. */
  @Import Output<List<String>> databaseReaderHosts = Output.of(List.of());

  @Import @Nullable String databaseName;

  /** The secret with the master user's password. Required. */
  @Import @Nonnull Output<String> databaseSecretArn;

  /** The resource id of the DB instance, as {@code rds-db:connect} policies name it. Required. */
  @Import @Nonnull Output<String> databaseResourceId;

  /** The host name of the cache for writes. Required. */
  @Import @Nonnull Output<String> cacheHost;

  /** The host name of the cache for reads. Required. */
  @Import @Nonnull Output<String> cacheReaderHost;

  /** The port of the cache. Required. */
  @Import @Nonnull Output<Integer> cachePort;

  /** The replication group, as {@code elasticache:Connect} policies name it. Required. */
  @Import @Nonnull Output<String> cacheArn;

  /** The cache user with which the role connects. Required. */
  @Import @Nonnull Output<String> cacheUserName;

  /** That user, as {@code elasticache:Connect} policies name it. Required. */
  @Import @Nonnull Output<String> cacheUserArn;

  /** The secret with that user's password. Default: none; clients use IAM tokens. */
  @Import @Nullable Output<String> cacheSecretArn;

  /** The path of the parameters, such as {@code /mainstay-prod}. Required. */
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

  /** The role of the servers that connect. Required. */
  public ConnectionParametersArgs roleName(Output<String> name) {
    roleName = name;
    return this;
  }

  /** The endpoint and the credentials of the database. Required. */
  public ConnectionParametersArgs database(DatabaseEndpoint database) {
    databaseHost = database.address();
    databasePort = database.port();
    databaseReaderHosts = database.readerAddresses();
    databaseResourceId = database.resourceId();
    databaseSecretArn = database.secretArn();
    return this;
  }

  /** Name of the initial database. Default: none, and no parameter for it. */
  public ConnectionParametersArgs databaseName(@Nullable String name) {
    databaseName = name;
    return this;
  }

  /** The endpoint and the credentials of the cache. Required. */
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

  /** The values by parameter name relative to the path; see {@link ParameterNames}. */
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

  /** A parameter cannot be empty, so without replicas it holds the primary. */
  private Output<String> databaseReaders() {
    return Output.tuple(databaseHost, databaseReaderHosts)
        .applyValue(both -> both.t2.isEmpty() ? both.t1 : String.join(",", both.t2));
  }

  @Override
  public List<Problem> problems() {
    return List.of();
  }
}
