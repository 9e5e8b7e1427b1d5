package dev.mainstay.web;

/**
 * The parameters from which a web server learns where the database and the cache are, relative to
 * the path that the fleet is given. They are SecureString parameters, and need not exist when a
 * server boots: it looks again every five minutes.
 *
 * <p>From {@link #DATABASE_HOST} and {@link #DATABASE_SECRET_ARN} on, there are the connection
 * strings {@code MainstayDatabase} and {@code MainstayDatabaseReader}; from {@link #CACHE_HOST} on,
 * {@code MainstayCache} and {@code MainstayCacheReader}.
 */
public final class ParameterNames {
  public static final String DATABASE_HOST = "database/host";

  /** Optional; 5432 without it. */
  public static final String DATABASE_PORT = "database/port";

  /** Optional; {@code postgres} without it. */
  public static final String DATABASE_NAME = "database/name";

  /** The ARN of a secret that holds {@code {"username": ..., "password": ...}}. */
  public static final String DATABASE_SECRET_ARN = "database/secret-arn";

  /** Optional; comma-separated. Without it, readers go to the primary. */
  public static final String DATABASE_READER_HOSTS = "database/reader-hosts";

  public static final String CACHE_HOST = "cache/host";

  /** Optional; without it, readers go to the primary. */
  public static final String CACHE_READER_HOST = "cache/reader-host";

  /** Optional; 6379 without it. */
  public static final String CACHE_PORT = "cache/port";

  /** Optional; the user whose IAM token, or password, opens the cache. */
  public static final String CACHE_USER = "cache/user";

  /**
   * Optional, for password authentication: the ARN of a secret that holds {@code {"password":
   * ...}}.
   */
  public static final String CACHE_SECRET_ARN = "cache/secret-arn";

  /**
   * Where the web servers keep the machine key that they share. The first of them makes it; the
   * program never knows it. It is kept apart for each KMS key: a stack that is destroyed and made
   * anew must not trip over a value that nobody can decrypt any more.
   */
  static String machineKey(String kmsKeyArn) {
    return "web/machine-key/" + kmsKeyArn.substring(kmsKeyArn.lastIndexOf('/') + 1);
  }

  private ParameterNames() {}
}
