package dev.mainstay.facts;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names of Pulumi types and properties in Terraform's AWS provider. Most names follow a rule;
 * the tables hold the exceptions.
 */
public final class TerraformNames {
  private static final Pattern TOKEN = Pattern.compile("aws:([^/:]+)(?:/[^:]+)?:(\\w+)");
  private static final Pattern WORD_START =
      Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
  private static final Pattern INDEX = Pattern.compile("\\[\\d+]");
  private static final Pattern TWO_LETTER_PLURAL = Pattern.compile(".*(ss|x|ch)es");

  private static final Map<String, String> TYPES = types();
  private static final Map<String, String> ARGUMENTS = arguments();
  private static final Set<String> MAPS =
      Table.rows("terraform-maps.csv").stream()
          .map(row -> row.get("pulumiProperty"))
          .collect(Collectors.toUnmodifiableSet());

  private TerraformNames() {}

  /** The Terraform type of a Pulumi type of the AWS provider. */
  public static String type(String token) {
    var parts = TOKEN.matcher(token);
    if (!parts.matches()) {
      throw new IllegalArgumentException(token + " is no type of the AWS provider");
    }
    String module = parts.group(1).equals("index") ? "" : parts.group(1) + "_";
    return TYPES.getOrDefault(token, "aws_" + module + snake(parts.group(2)));
  }

  /**
   * The Terraform argument of a property.
   *
   * @param path where it stands in the inputs, such as {@code healthCheck.path}
   * @param blocks whether it is a list of objects: Terraform repeats a block of singular name
   */
  public static String argument(String terraformType, String path, boolean blocks) {
    String plain = INDEX.matcher(path).replaceAll("");
    String last = plain.substring(plain.lastIndexOf('.') + 1);
    String irregular =
        ARGUMENTS.getOrDefault(terraformType + " " + plain, ARGUMENTS.get("* " + last));
    if (irregular != null) {
      return irregular;
    }
    return blocks ? singular(snake(last)) : snake(last);
  }

  /** Whether an object under this name is a map with keys of the user's own, such as tags. */
  public static boolean isMap(String property) {
    return MAPS.contains(property);
  }

  private static String snake(String camel) {
    return WORD_START.matcher(camel).replaceAll("_").toLowerCase(Locale.ROOT);
  }

  private static String singular(String plural) {
    if (plural.endsWith("ies")) {
      return plural.substring(0, plural.length() - 3) + "y";
    }
    if (TWO_LETTER_PLURAL.matcher(plural).matches()) {
      return plural.substring(0, plural.length() - 2);
    }
    return plural.endsWith("s") && !plural.endsWith("ss")
        ? plural.substring(0, plural.length() - 1)
        : plural;
  }

  private static Map<String, String> types() {
    var types = new HashMap<String, String>();
    for (var row : Table.rows("terraform-names.csv")) {
      types.put(row.get("token"), row.get("terraformType"));
    }
    return Map.copyOf(types);
  }

  private static Map<String, String> arguments() {
    var arguments = new HashMap<String, String>();
    for (var row : Table.rows("terraform-renames.csv")) {
      arguments.put(
          row.get("terraformType") + " " + row.get("pulumiProperty"), row.get("terraformArgument"));
    }
    return Map.copyOf(arguments);
  }
}
