package dev.mainstay.graph;

import java.util.List;
import java.util.Map;

/**
 * What Pulumi says in a preview that it will do with one resource.
 *
 * @param operations such as {@code update}, or {@code create-replacement}, {@code replace} and
 *     {@code delete-replaced}, in their order
 * @param replaceReasons the inputs that are the reason of a replacement
 * @param diffReasons the inputs that are the reason of an update
 * @param kinds by input, such as {@code parameters[0].value}, what happens to it: {@code update},
 *     {@code update-replace}, {@code add}, ...
 */
public record PreviewStep(
    List<String> operations,
    List<String> replaceReasons,
    List<String> diffReasons,
    Map<String, String> kinds) {

  /** Whether it is replaced by another one. */
  public boolean isReplacement() {
    return operations.stream().anyMatch(each -> each.contains("replace"));
  }

  /** Whether it is neither changed nor replaced nor deleted. */
  public boolean isUnchanged() {
    return operations.stream().allMatch("same"::equals);
  }

  /** Whether Pulumi only forgets it, and AWS keeps it. */
  public boolean isForgotten() {
    return operations.stream().anyMatch(each -> each.startsWith("discard"));
  }

  /** Whether it exists already and Pulumi takes it into the stack. */
  public boolean isImport() {
    return operations.contains("import");
  }

  /** Whether an input is a reason of the replacement. */
  public boolean replacesFor(String input) {
    return isReplacement()
        && (replaceReasons.contains(input)
            || kinds.entrySet().stream()
                .anyMatch(
                    each ->
                        top(each.getKey()).equals(input) && each.getValue().endsWith("-replace")));
  }

  /** Whether Pulumi says that an input changes in place. */
  public boolean updatesInPlace(String input) {
    return operations.contains("update")
        && (diffReasons.contains(input)
            || kinds.keySet().stream().anyMatch(each -> top(each).equals(input)));
  }

  /** The input itself, of {@code a.b[0]}. */
  public static String top(String path) {
    return path.replaceAll("[.\\[].*", "");
  }
}
