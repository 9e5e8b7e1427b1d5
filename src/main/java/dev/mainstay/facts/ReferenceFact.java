package dev.mainstay.facts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The types that an input of the AWS provider references. A subnet group references subnets by id.
 *
 * @param isList whether the input is a list
 * @param targets the types that it names
 */
public record ReferenceFact(boolean isList, List<String> targets) {
  private static final Pattern INDEX = Pattern.compile("\\[[^\\]]*\\]");
  private static final String ANY_TYPE = "";

  private static final Map<String, ReferenceFact> ALL = new HashMap<>();
  private static final Map<String, String> IDENTIFIERS = new HashMap<>();

  static {
    Table.rows("references.csv")
        .forEach(
            row ->
                ALL.put(
                    key(row.get("type"), row.get("property")),
                    new ReferenceFact(
                        row.get("list").equals("yes"), List.of(row.get("targets").split(" ")))));
    Table.rows("identifiers.csv")
        .forEach(row -> IDENTIFIERS.put(row.get("type"), row.get("property")));
  }

  /** The fact of an input, such as {@code subnetMappings[0].subnetId}; empty if none is known. */
  public static Optional<ReferenceFact> of(String type, String path) {
    String input = INDEX.matcher(path).replaceAll("");
    String last = input.substring(input.lastIndexOf('.') + 1);
    String lastTwo =
        input.substring(input.lastIndexOf('.', input.length() - last.length() - 2) + 1);
    return fact(type, lastTwo).or(() -> fact(type, last)).or(() -> fact(ANY_TYPE, last));
  }

  /** The input with the name of a resource, by which other resources reference it. */
  public static String identifierOf(String type) {
    return IDENTIFIERS.getOrDefault(type, "name");
  }

  private static Optional<ReferenceFact> fact(String type, String property) {
    return Optional.ofNullable(ALL.get(key(type, property)));
  }

  private static String key(String type, String property) {
    return type + " " + property;
  }
}
