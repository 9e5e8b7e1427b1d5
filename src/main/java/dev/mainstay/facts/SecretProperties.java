package dev.mainstay.facts;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which properties hold secrets. */
public final class SecretProperties {
  private static final Set<String> MARKED =
      Table.rows("secret-properties.csv").stream()
          .map(row -> row.get("token") + " " + row.get("property"))
          .collect(Collectors.toUnmodifiableSet());

  private static final Pattern SEPARATOR = Pattern.compile("[_.-]");
  private static final Pattern NAME =
      Pattern.compile(
          ".*(password|passwd|passphrase|secret|secretstring|secretbinary|secretkey"
              + "|secretaccesskey|authtoken|accesstoken|apikey|privatekey|privatekeypem"
              + "|presharedkey)s?");

  private SecretProperties() {}

  /** Whether the AWS provider marks a property of a type as secret. */
  public static boolean isMarked(String type, String property) {
    return MARKED.contains(type + " " + property);
  }

  /** Whether the name of a property or variable is a common name for a secret. */
  public static boolean isTelling(String name) {
    return NAME.matcher(SEPARATOR.matcher(name).replaceAll("").toLowerCase(Locale.ROOT)).matches();
  }
}
