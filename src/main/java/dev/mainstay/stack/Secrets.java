package dev.mainstay.stack;

import static dev.mainstay.stack.Sections.NAMESPACE;

import dev.mainstay.config.ConfigValues.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The encrypted values of a stack's configuration. */
final class Secrets {
  static final String DATABASE_PASSWORD = NAMESPACE + "databasePassword";
  static final String CACHE_PASSWORD = NAMESPACE + "cachePassword";

  /** The configuration keys, in the order in which problems are reported. */
  static final List<String> KEYS = List.of(DATABASE_PASSWORD, CACHE_PASSWORD);

  private final Map<String, Object> values;

  Secrets(Map<String, Object> values) {
    this.values = values;
  }

  /** The master password of the database; empty unless the stack sets one. */
  Optional<Secret> databasePassword() {
    return secret(DATABASE_PASSWORD);
  }

  /** The password of the cache user; empty unless the stack sets one. */
  Optional<Secret> cachePassword() {
    return secret(CACHE_PASSWORD);
  }

  /** Whether {@code key} holds a value that is not encrypted. */
  boolean isPlain(String key) {
    return values.containsKey(key) && !(values.get(key) instanceof Secret);
  }

  private Optional<Secret> secret(String key) {
    return values.get(key) instanceof Secret secret ? Optional.of(secret) : Optional.empty();
  }
}
