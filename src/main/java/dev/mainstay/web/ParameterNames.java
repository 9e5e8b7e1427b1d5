package dev.mainstay.web;

/**
 * The SecureString parameters with the endpoints of the database and the cache, relative to the
 * path of the fleet. They may be missing when a server boots: it reads them every five minutes.
 *
 * <p>Once {@link #DATABASE_HOST} and {@link #DATABASE_SECRET_ARN} exist, a server has the
 * connection strings {@code MainstayDatabase} and {@code MainstayDatabaseReader}; once {@link
 * #CACHE_HOST} exists, {@code MainstayCache} and {@code MainstayCacheReader}.
 */
public final class ParameterNames {
  public static final String DATABASE_HOST = "database/host";

  /** Optional. Default 5432. */
  public static final String DATABASE_PORT = "database/port";

  /** Optional. Default {@code postgres}. */
  public static final String DATABASE_NAME = "database/name";

  /** The ARN of a secret with {@code {"username": ..., "password": ...}}. */
  public static final String DATABASE_SECRET_ARN = "database/secret-arn";

  /** Optional, comma-separated. Default: the primary. */
  public static final String DATABASE_READER_HOSTS = "database/reader-hosts";

  public static final String CACHE_HOST = "cache/host";

  /** Optional. Default: the primary. */
  public static final String CACHE_READER_HOST = "cache/reader-host";

  /** Optional. Default 6379. */
  public static final String CACHE_PORT = "cache/port";

  /** Optional: the cache user, with an IAM token or a password. */
  public static final String CACHE_USER = "cache/user";

  /** Optional, for password authentication: the ARN of a secret with {@code {"password": ...}}. */
  public static final String CACHE_SECRET_ARN = "cache/secret-arn";

  /**
   * The parameter with the machine key that the web servers share. The first server generates it,
   * so it is not in the Pulumi state. Its name contains the KMS key: a recreated stack must not
   * find a value that its own key cannot decrypt.
   */
  static String machineKey(String kmsKeyArn) {
    return "web/machine-key/" + kmsKeyArn.substring(kmsKeyArn.lastIndexOf('/') + 1);
  }

  private ParameterNames() {}
}
