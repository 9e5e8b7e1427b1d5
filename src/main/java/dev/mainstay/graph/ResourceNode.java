package dev.mainstay.graph;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One resource of a captured stack.
 *
 * @param urn identifies it within the graph
 * @param type its Pulumi type, such as {@code aws:ec2/vpc:Vpc}
 * @param name its logical name
 * @param parent urn of its parent; null for the children of the stack itself
 * @param custom whether a provider manages it; false for components
 * @param protect whether Pulumi refuses to delete it
 * @param dependsOn urns of the resources it was told to wait for
 * @param inputs its inputs as the provider gets them: strings, booleans, longs, doubles, lists and
 *     maps. A reference to another resource stands here as the stand-in id of that resource.
 * @param references where its inputs name other resources
 * @param retainOnDelete whether Pulumi leaves it in AWS and only forgets it when it is deleted
 */
public record ResourceNode(
    String urn,
    String type,
    String name,
    String parent,
    boolean custom,
    boolean protect,
    List<String> dependsOn,
    Map<String, Object> inputs,
    List<Reference> references,
    boolean retainOnDelete) {
  /** Stands in place of a value that is not known yet, or not told: the engine's own mark. */
  public static final String UNKNOWN_VALUE = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

  /** Beside the inputs, the region of a resource that is not in the region of its stack. */
  public static final String ELSEWHERE = "__elsewhere";

  private static final Pattern STEP = Pattern.compile("[.\\[]");

  /** A resource that is deleted in AWS when Pulumi deletes it. */
  public ResourceNode(
      String urn,
      String type,
      String name,
      String parent,
      boolean custom,
      boolean protect,
      List<String> dependsOn,
      Map<String, Object> inputs,
      List<Reference> references) {
    this(urn, type, name, parent, custom, protect, dependsOn, inputs, references, false);
  }

  /**
   * A place in the inputs that names another resource.
   *
   * @param path such as {@code vpcId}, {@code subnetIds[0]} or {@code policy}
   * @param urn the resource that is named
   * @param property the property of it, such as {@code id} or {@code arn}
   * @param whole whether the value is the reference and nothing else; false inside a longer text
   */
  public record Reference(String path, String urn, String property, boolean whole) {}

  /** The same resource with other inputs. */
  public ResourceNode with(Map<String, Object> otherInputs, List<Reference> otherReferences) {
    return new ResourceNode(
        urn,
        type,
        name,
        parent,
        custom,
        protect,
        dependsOn,
        otherInputs,
        otherReferences,
        retainOnDelete);
  }

  /** The same resource, left in AWS when Pulumi deletes it or not. */
  public ResourceNode retained(boolean isRetained) {
    return new ResourceNode(
        urn, type, name, parent, custom, protect, dependsOn, inputs, references, isRetained);
  }

  /** The URN is enough: hashing all inputs again and again takes long in large graphs. */
  @Override
  public int hashCode() {
    return urn.hashCode();
  }

  public boolean is(String wantedType) {
    return type.equals(wantedType);
  }

  /** The input at a dotted path with list indexes, such as {@code healthCheck.path}. */
  public Optional<Object> input(String path) {
    if (path.indexOf('.') < 0 && path.indexOf('[') < 0) {
      return Optional.ofNullable(inputs.get(path));
    }
    Object value = inputs;
    for (String step : STEP.split(path.replace("]", ""), -1)) {
      if (value instanceof Map<?, ?> map) {
        value = map.get(step);
      } else if (value instanceof List<?> list && Integer.parseInt(step) < list.size()) {
        value = list.get(Integer.parseInt(step));
      } else {
        return Optional.empty();
      }
    }
    return Optional.ofNullable(value);
  }

  /** The input at {@code path} as text, or {@code otherwise} if it is not there. */
  public String text(String path, String otherwise) {
    return input(path).map(Object::toString).orElse(otherwise);
  }

  /** Whether the input at {@code path} is true. */
  public boolean isTrue(String path) {
    return input(path).map(value -> Boolean.parseBoolean(value.toString())).orElse(false);
  }

  /** The input at {@code path} as a whole number, or {@code otherwise} if it is not there. */
  public long number(String path, long otherwise) {
    return input(path).map(value -> (long) Double.parseDouble(value.toString())).orElse(otherwise);
  }

  /** The urns named at {@code path} or below it. */
  public List<String> referencesAt(String path) {
    return references.stream()
        .filter(
            reference ->
                reference.path().equals(path)
                    || reference.path().startsWith(path + "[")
                    || reference.path().startsWith(path + "."))
        .map(Reference::urn)
        .distinct()
        .toList();
  }
}
