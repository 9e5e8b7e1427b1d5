package dev.mainstay.terraform;

import dev.mainstay.facts.TerraformNames;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.graph.ResourceNode.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An argument of a resource, in the three forms in which a plan states it.
 *
 * @param value what is known of it; null if nothing is
 * @param unknown true, or a list or map with true in it, where it is known only after an apply
 * @param expression where it comes from: a constant, references, or blocks of these
 */
record Argument(Object value, Object unknown, Object expression) {

  /** Reads the arguments of one resource. */
  static final class Reader {
    private final ResourceNode node;
    private final Addresses addresses;
    private final String type;

    Reader(ResourceNode node, Addresses addresses) {
      this.node = node;
      this.addresses = addresses;
      this.type = addresses.of(node).type();
    }

    /** All arguments, as the block that the resource is. */
    Argument block() {
      return block("", node.inputs());
    }

    private Argument block(String path, Map<?, ?> properties) {
      var values = new LinkedHashMap<String, Object>();
      var unknown = new LinkedHashMap<String, Object>();
      var expressions = new LinkedHashMap<String, Object>();
      properties.forEach(
          (key, given) -> {
            String below = path.isEmpty() ? key.toString() : path + "." + key;
            String name = TerraformNames.argument(type, below, isBlocks(given));
            Argument argument = read(below, key.toString(), given);
            if (argument.value != null) {
              values.put(name, argument.value);
            }
            if (argument.unknown != null) {
              unknown.put(name, argument.unknown);
            }
            expressions.put(name, argument.expression);
          });
      return new Argument(values, unknown, expressions);
    }

    private Argument read(String path, String property, Object given) {
      if (given instanceof Map<?, ?> map) {
        return TerraformNames.isMap(property) ? map(path, map) : inList(List.of(block(path, map)));
      }
      if (isBlocks(given)) {
        var blocks = new ArrayList<Argument>();
        List<?> list = (List<?>) given;
        for (int index = 0; index < list.size(); index++) {
          blocks.add(block("%s[%d]".formatted(path, index), (Map<?, ?>) list.get(index)));
        }
        return inList(blocks);
      }
      return simple(path, given);
    }

    /** One value, or a list of values. A value with an unknown part is unknown. */
    private Argument simple(String path, Object given) {
      List<Reference> found = under(path);
      if (found.stream().noneMatch(reference -> !referenced(reference).isEmpty())) {
        return new Argument(given, null, constant(given));
      }
      boolean known = found.stream().noneMatch(Reference::whole);
      return new Argument(known ? given : null, known ? null : true, references(found));
    }

    private Argument map(String path, Map<?, ?> map) {
      var values = new LinkedHashMap<String, Object>();
      var unknown = new LinkedHashMap<String, Object>();
      map.forEach(
          (key, entry) -> {
            boolean known = under(path + "." + key).stream().noneMatch(Reference::whole);
            (known ? values : unknown).put(key.toString(), known ? entry : true);
          });
      List<Reference> found = under(path);
      return new Argument(
          values,
          unknown.isEmpty() ? null : unknown,
          found.isEmpty() ? constant(map) : references(found));
    }

    private static Argument inList(List<Argument> blocks) {
      return new Argument(
          blocks.stream().map(Argument::value).toList(),
          blocks.stream().map(Argument::unknown).toList(),
          blocks.stream().map(Argument::expression).toList());
    }

    private List<Reference> under(String path) {
      return node.references().stream()
          .filter(
              each ->
                  each.path().equals(path)
                      || each.path().startsWith(path + "[")
                      || each.path().startsWith(path + "."))
          .toList();
    }

    private List<String> referenced(Reference reference) {
      return addresses.references(reference.urn(), reference.property());
    }

    private Map<String, Object> references(List<Reference> found) {
      return Map.of(
          "references",
          found.stream().flatMap(each -> referenced(each).stream()).distinct().toList());
    }

    private static Map<String, Object> constant(Object value) {
      return Map.of("constant_value", value);
    }

    private static boolean isBlocks(Object given) {
      return given instanceof List<?> list
          && !list.isEmpty()
          && list.stream().allMatch(Map.class::isInstance);
    }
  }
}
